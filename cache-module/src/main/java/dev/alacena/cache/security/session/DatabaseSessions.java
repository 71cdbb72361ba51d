package dev.alacena.cache.security.session;

import dev.alacena.api.security.SecurityDatabase;
import dev.alacena.cache.engine.session.SessionAuthority;
import dev.alacena.cache.engine.session.SessionRow;
import dev.alacena.cache.engine.session.SessionRules;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sessions in the table {@code alacena_sessions}, in the caller's transaction if there is one. What is over is deleted by
 * those who begin sessions, some of it, once a minute on each node. Thread-safe.
 */
final class DatabaseSessions implements SessionAuthority {
    static final Duration BETWEEN_PRUNINGS = Duration.ofMinutes(1);

    private static final long NEVER = Long.MIN_VALUE;

    private final SecurityDatabase database;
    private final SessionRules rules;
    private final AtomicLong pruned = new AtomicLong(NEVER);

    DatabaseSessions(SecurityDatabase database, SessionRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /** What is done with a connection. */
    @FunctionalInterface
    private interface Task<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T with(Task<T> task) throws AuthorityException {
        try (Connection connection = database.connection()) {
            return task.run(connection);
        } catch (SQLException e) {
            throw new AuthorityException(e);
        }
    }

    @Override
    public void begin(SessionRow row) throws AuthorityException {
        with(connection -> {
            if (prunes(row.createdAt())) {
                update(connection, SessionStatements.PRUNE, time(row.createdAt().minus(rules.idle())));
            }
            return update(
                    connection,
                    SessionStatements.BEGIN,
                    row.handle(),
                    row.user(),
                    row.data(),
                    row.type(),
                    row.address(),
                    row.userAgent(),
                    time(row.createdAt()),
                    time(row.lastSeenAt()));
        });
    }

    private boolean prunes(Instant now) {
        long last = pruned.get();
        long next = now.toEpochMilli();
        return (last == NEVER || next - last >= BETWEEN_PRUNINGS.toMillis()) && pruned.compareAndSet(last, next);
    }

    @Override
    public Optional<SessionRow> find(String handle) throws AuthorityException {
        return with(connection -> select(connection, handle));
    }

    private static Optional<SessionRow> select(Connection connection, String handle) throws SQLException {
        return rows(connection, SessionStatements.FIND, handle).stream().findFirst();
    }

    /** Touches only what was not touched lately: of many requests of one moment one writes. */
    @Override
    public boolean touch(String handle, Instant now) throws AuthorityException {
        OffsetDateTime lately = time(now.minus(rules.touchInterval()));
        OffsetDateTime idle = time(now.minus(rules.idle()));
        OffsetDateTime over = time(now.minus(rules.longest()));
        return with(
                connection -> update(connection, SessionStatements.TOUCH, time(now), handle, lately, idle, over) == 1
                        || select(connection, handle)
                                .filter(row -> rules.alive(row, now))
                                .isPresent());
    }

    @Override
    public List<SessionRow> of(String user) throws AuthorityException {
        return with(connection -> rows(connection, SessionStatements.OF_USER, user, LISTED));
    }

    @Override
    public boolean end(String user, String handle) throws AuthorityException {
        return with(connection -> update(connection, SessionStatements.END, handle, user) == 1);
    }

    /** One by one, so that exactly those that this call ends are told. */
    @Override
    public List<String> endAll(String user) throws AuthorityException {
        return with(connection -> {
            List<String> ended = new ArrayList<>();
            List<String> some = handles(connection, user, "");
            while (!some.isEmpty()) {
                ended.addAll(delete(connection, user, some));
                some = handles(connection, user, some.get(some.size() - 1));
            }
            return ended;
        });
    }

    private static List<String> handles(Connection connection, String user, String after) throws SQLException {
        try (PreparedStatement statement = prepared(connection, SessionStatements.HANDLES, user, after);
                ResultSet found = statement.executeQuery()) {
            List<String> handles = new ArrayList<>();
            while (found.next()) {
                handles.add(found.getString(1));
            }
            return handles;
        }
    }

    private static List<String> delete(Connection connection, String user, List<String> handles) throws SQLException {
        List<String> deleted = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SessionStatements.END)) {
            for (String handle : handles) {
                statement.setString(1, handle);
                statement.setString(2, user);
                if (statement.executeUpdate() == 1) {
                    deleted.add(handle);
                }
            }
        }
        return deleted;
    }

    private static int update(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    private static List<SessionRow> rows(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, arguments);
                ResultSet found = statement.executeQuery()) {
            List<SessionRow> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(SessionStatements.row(found));
            }
            return rows;
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
