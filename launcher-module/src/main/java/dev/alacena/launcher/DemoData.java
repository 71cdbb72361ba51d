package dev.alacena.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
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
     * @return how many users there are
     */
    static int load(Database database) throws LaunchFailure {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (count(statement) == 0) {
                statement.execute(script());
            }
            int users = count(statement);
            connection.commit();
            return users;
        } catch (SQLException | IOException e) {
            throw new LaunchFailure("cannot load the demo data into " + database, e);
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
