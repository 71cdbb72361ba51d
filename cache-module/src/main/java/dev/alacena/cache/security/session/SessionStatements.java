package dev.alacena.cache.security.session;

import dev.alacena.cache.engine.session.SessionRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The statements on the table of sessions; each finds its rows by an index. */
final class SessionStatements {
    static final String BEGIN =
            """
            INSERT INTO alacena_sessions
            (handle, user_id, data, data_type, address, user_agent, created_at, last_seen_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    static final String FIND = "SELECT * FROM alacena_sessions WHERE handle = ?";

    static final String OF_USER =
            "SELECT * FROM alacena_sessions WHERE user_id = ? ORDER BY created_at DESC FETCH FIRST ? ROWS ONLY";

    static final String HANDLES =
            """
            SELECT handle FROM alacena_sessions WHERE user_id = ? AND handle > ?
            ORDER BY handle FETCH FIRST 500 ROWS ONLY""";

    static final String TOUCH =
            """
            UPDATE alacena_sessions SET last_seen_at = ?
            WHERE handle = ? AND last_seen_at <= ? AND last_seen_at > ? AND created_at > ?""";

    static final String END = "DELETE FROM alacena_sessions WHERE handle = ? AND user_id = ?";

    /**
     * Sessions that have reached their longest time are idle soon. Nobody waits here for a row that another works on. An array
     * is made once, while a plan may run what stands behind IN for each row, and take another hundred each time.
     */
    static final String PRUNE =
            """
            DELETE FROM alacena_sessions WHERE handle = ANY (ARRAY(
                SELECT handle FROM alacena_sessions WHERE last_seen_at <= ?
                ORDER BY last_seen_at FETCH FIRST 100 ROWS ONLY FOR UPDATE SKIP LOCKED))""";

    private SessionStatements() {}

    static SessionRow row(ResultSet found) throws SQLException {
        return new SessionRow(
                found.getString("handle"),
                found.getString("user_id"),
                found.getString("data"),
                found.getString("data_type"),
                found.getString("address"),
                found.getString("user_agent"),
                time(found, "created_at"),
                time(found, "last_seen_at"));
    }

    private static Instant time(ResultSet found, String column) throws SQLException {
        return found.getObject(column, OffsetDateTime.class).toInstant();
    }
}
