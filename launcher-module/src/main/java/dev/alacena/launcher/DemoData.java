package dev.alacena.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The people whom a visitor meets; the same ones on every start. */
final class DemoData {

    private static final String SCRIPT = "demo-data.sql";

    private DemoData() {}

    /**
     * Fills a database that the application has migrated, in one transaction. A database with users in it stays as it
     * is: it is somebody's, or ours from before.
     *
     * @return what there is now
     */
    static String load(Database database, DemoPassword password) throws LaunchFailure {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (count(statement) > 0) {
                return "%d users, as they were".formatted(count(statement));
            }
            statement.execute(script());
            letIn(connection, password.hash());
            connection.commit();
            return "%d users; log in as user1@example.org (administrator) or user2@example.org, password %s"
                    .formatted(count(statement), password.text());
        } catch (SQLException | IOException e) {
            throw new LaunchFailure("cannot load the demo data into " + database, e);
        }
    }

    /** All of them have one password; the first administers. */
    private static void letIn(Connection connection, String hash) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                """
                INSERT INTO credentials (user_id, password_hash, roles)
                SELECT id, ?, CASE WHEN username = 'user1' THEN '{user,admin}' ELSE '{user}' END::text[] FROM users
                """)) {
            insert.setString(1, hash);
            insert.executeUpdate();
        }
    }

    private static int count(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT count(*) FROM users")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static String script() throws IOException {
        try (InputStream stream = DemoData.class.getResourceAsStream(SCRIPT)) {
            if (stream == null) {
                throw new IOException(SCRIPT + " is not beside the launcher's classes");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
