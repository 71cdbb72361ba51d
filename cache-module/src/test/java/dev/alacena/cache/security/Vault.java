package dev.alacena.cache.security;

import dev.alacena.api.security.SecurityDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database of an application, as its bean. */
@ApplicationScoped
class Vault implements SecurityDatabase {
    @Nullable
    static volatile Tables tables;

    @Override
    public Connection connection() throws SQLException {
        return tables.connection();
    }
}
