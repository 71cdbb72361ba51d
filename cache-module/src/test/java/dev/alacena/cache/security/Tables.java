package dev.alacena.cache.security;

import dev.alacena.api.security.SecurityDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;

/** A real PostgreSQL with the tables, that a test can cut off. */
public final class Tables implements SecurityDatabase, AutoCloseable {
    private final EmbeddedPostgres postgres;
    private volatile boolean away;

    public Tables() {
        try {
            postgres =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            execute(script());
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String script() throws IOException {
        try (InputStream script = Tables.class.getResourceAsStream("/alacena-security.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public void away(boolean gone) {
        away = gone;
    }

    public RevocationTable revocations() {
        return new RevocationTable(this);
    }

    @Override
    public Connection connection() throws SQLException {
        if (away) {
            throw new SQLTransientConnectionException("cut off");
        }
        return postgres.getPostgresDatabase().getConnection();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
