package dev.alacena.web.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Tasks, made through the API or planted behind its back. */
record Board(Client client) {

    static final String TASKS = "/api/v1/tasks";

    static String body(String title, @Nullable Long assignee, String status) {
        return "{\"title\":\"%s\",\"assigneeId\":%s,\"status\":\"%s\"}".formatted(title, assignee, status);
    }

    /** A pending task of a user. */
    JsonNode newTask(String title, long assignee) {
        return client.post(TASKS, body(title, assignee, "PENDING")).json();
    }

    static String path(JsonNode task) {
        return TASKS + "/" + task.path("id").asLong();
    }

    Answer list(long user) {
        return client.get("/api/v1/users/%d/tasks".formatted(user));
    }

    Answer statistics(long user, String... headers) {
        return client.get("/api/v1/stats/users/%d".formatted(user), headers);
    }

    /** A row with these times; its status is the one that goes with them. */
    static void plant(long user, Instant created, @Nullable Instant started, @Nullable Instant completed) {
        String status = completed != null ? "DONE" : started != null ? "IN_PROGRESS" : "PENDING";
        plant(user, status, created, started, completed);
    }

    static void plant(
            long user, String status, Instant created, @Nullable Instant started, @Nullable Instant completed) {
        String insert =
                """
                insert into tasks (title, assignee_id, status, created_at, started_at, completed_at)
                values ('planted', ?, ?, ?, ?, ?)
                """;
        try (Connection connection = Backends.connect();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setLong(1, user);
            statement.setString(2, status);
            set(statement, 3, created);
            set(statement, 4, started);
            set(statement, 5, completed);
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void set(PreparedStatement statement, int index, @Nullable Instant time) throws SQLException {
        if (time == null) {
            statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(index, OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
        }
    }

    /** Whether a connection waits for a lock of this one. */
    static boolean isWaitedFor(Connection holder) throws SQLException {
        try (Connection other = Backends.connect();
                PreparedStatement statement = other.prepareStatement(
                        "select exists (select from pg_stat_activity where ? = any(pg_blocking_pids(pid)))")) {
            statement.setInt(1, pid(holder));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static int pid(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_backend_pid()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
