package dev.alacena.cache.security.session;

import dev.alacena.api.security.SecurityDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL with the table that the library brings; one for all tests, which have users of their own. */
final class Postgres implements SecurityDatabase {
    private static final EmbeddedPostgres SERVER = start();

    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean away;

    /** How often a connection was asked for. */
    int asked() {
        return asked.get();
    }

    /** From now on nobody gets a connection. */
    void leave() {
        away = true;
    }

    @Override
    public Connection connection() throws SQLException {
        asked.incrementAndGet();
        if (away) {
            throw new SQLException("gone", "08001");
        }
        return connect();
    }

    static Connection connect() throws SQLException {
        return SERVER.getPostgresDatabase().getConnection();
    }

    static void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static EmbeddedPostgres start() {
        try (InputStream table = Postgres.class.getResourceAsStream("/alacena-sessions.sql")) {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(new String(table.readAllBytes(), StandardCharsets.UTF_8));
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
