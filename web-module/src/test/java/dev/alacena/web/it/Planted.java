package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Habits and records as tests want them, put straight into the database; and what other transactions do there meanwhile. */
final class Planted {

    private static final String BODY = "{\"name\":\"%s\",\"targetPerWeek\":%d,\"active\":%b}";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Planted() {}

    /** The id of a new habit that has existed since {@code created}. */
    static long habit(Client client, String name, int target, String created) {
        long id = habit(client, BODY.formatted(name, target, true));
        execute("update habits set created_at = cast(? as timestamptz) where id = ?", created, id);
        return id;
    }

    static long habit(Client client, String body) {
        return client.post("/api/v1/habits", body).json().path("id").asLong();
    }

    /** Done on each of these days. */
    static void run(long habit, String from, String to) {
        record(habit, from, to, 1);
    }

    static void record(long habit, String from, String to, int value) {
        execute(
                """
                insert into habit_records (habit_id, date, value)
                select ?, day, ? from generate_series(cast(? as timestamp), cast(? as timestamp), interval '1 day') day
                """,
                habit,
                value,
                LocalDate.parse(from).toString(),
                LocalDate.parse(to).toString());
    }

    static void execute(String statement, Object... values) {
        try (Connection connection = Backends.connect()) {
            execute(connection, statement, values);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /**
     * What a call answers that comes while another transaction has done this, and is waiting for that to commit; the other
     * does the rest while the call waits.
     */
    static Answer whileUncommitted(String statement, long id, Supplier<Answer> call, String... rest) {
        try (Connection connection = Backends.connect()) {
            connection.setAutoCommit(false);
            execute(connection, statement, id);
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(call);
            awaitBlocked(connection, answer);
            for (String next : rest) {
                execute(connection, next, id);
            }
            connection.commit();
            return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void awaitBlocked(Connection connection, CompletableFuture<Answer> answer) throws SQLException {
        Instant limit = Instant.now().plus(PATIENCE);
        while (!blocks(connection)) {
            assertThat(answer).as("has not waited").isNotDone();
            assertThat(Instant.now()).isBefore(limit);
        }
    }

    private static boolean blocks(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet blocked = statement.executeQuery(
                        """
                        select exists (select 1 from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid)))
                        """)) {
            blocked.next();
            return blocked.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int number = 0; number < values.length; number++) {
                prepared.setObject(number + 1, values[number]);
            }
            prepared.execute();
        }
    }
}
