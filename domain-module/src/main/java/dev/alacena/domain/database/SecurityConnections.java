package dev.alacena.domain.database;

import dev.alacena.api.security.SecurityDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;

/** What is kept of sessions is in the database of everything else, in the same transactions. */
@ApplicationScoped
class SecurityConnections implements SecurityDatabase {

    @Inject
    Database database;

    @Override
    public Connection connection() throws SQLException {
        return database.connection();
    }
}
