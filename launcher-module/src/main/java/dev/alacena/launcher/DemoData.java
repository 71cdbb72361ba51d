package dev.alacena.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * The people whom a visitor meets, and what they wrote and did until yesterday; the same ones on every start of one day.
 *
 * @param today the day in UTC before which all of it happened
 */
record DemoData(LocalDate today) {

    private static final List<String> SCRIPTS = List.of("1-users.sql", "2-posts.sql", "3-tasks.sql", "4-habits.sql");

    private static final List<String> TABLES = List.of("posts", "comments", "tasks", "habits", "habit_records");

    /**
     * Fills a database that the application has migrated, in one transaction. A database with users in it stays as it
     * is: it is somebody's, or ours from before.
     *
     * @return what there is now
     */
    String load(Database database, DemoPassword password) throws LaunchFailure {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long users = count(statement, "users");
            if (users > 0) {
                return "%d users, as they were".formatted(users);
            }
            fill(statement);
            letIn(connection, password.hash());
            connection.commit();
            statement.execute("ANALYZE");
            connection.commit();
            return described(statement)
                    + "; log in as user1@example.org (administrator) or user2@example.org, password " + password.text();
        } catch (SQLException | IOException e) {
            throw new LaunchFailure("cannot load the demo data into " + database, e);
        }
    }

    private void fill(Statement statement) throws SQLException, IOException {
        statement.execute("SET LOCAL timezone = 'UTC'");
        statement.execute("SET LOCAL demo.today = '%s'".formatted(today));
        for (String script : SCRIPTS) {
            statement.execute(text(script));
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

    private static String described(Statement statement) throws SQLException {
        StringBuilder counts = new StringBuilder(counted(statement, "users"));
        for (String table : TABLES) {
            counts.append(", ").append(counted(statement, table));
        }
        return counts.toString();
    }

    private static String counted(Statement statement, String table) throws SQLException {
        return String.format(Locale.ROOT, "%,d %s", count(statement, table), table.replace('_', ' '));
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static String text(String script) throws IOException {
        try (InputStream stream = DemoData.class.getResourceAsStream("demo-data/" + script)) {
            if (stream == null) {
                throw new IOException(script + " is not beside the launcher's classes");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
