package dev.alacena.domain.database;

import java.sql.SQLException;
import java.util.Set;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from a statement that is wrong. */
public final class Outage {

    /** Classes of SQLSTATE: connection, resources, operator intervention. */
    private static final Set<String> STATES = Set.of("08", "53", "57");

    private Outage() {}

    /** Whether the database was not there, or was busy beyond its limits. */
    public static boolean isCauseOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOutage(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(Throwable cause) {
        if (cause instanceof SQLException sql) {
            String state = sql.getSQLState();
            return state != null && state.length() == 5 && STATES.contains(state.substring(0, 2));
        }
        return cause instanceof XAException xa && xa.errorCode == XAException.XAER_RMFAIL;
    }
}
