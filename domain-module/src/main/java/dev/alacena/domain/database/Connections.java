package dev.alacena.domain.database;

import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;

/** Hibernate's way to {@link Database}; Hibernate makes it, by the name in {@code persistence.xml}. */
public final class Connections implements ConnectionProvider {

    private static final long serialVersionUID = 1;

    @Override
    public Connection getConnection() throws SQLException {
        return CDI.current().select(Database.class).get().connection();
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }
}
