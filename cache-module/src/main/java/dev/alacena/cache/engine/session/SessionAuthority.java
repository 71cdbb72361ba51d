package dev.alacena.cache.engine.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who knows which sessions there are. Each operation on one session is atomic: what has ended does not come back by a touch.
 * It may or may not have forgotten sessions whose time is over; callers look at the times. Thread-safe.
 */
public interface SessionAuthority {
    /** How many sessions of one user are listed at most, the newest. */
    int LISTED = 1000;

    /** The authority cannot be reached, or refuses. */
    final class AuthorityException extends Exception {
        private static final long serialVersionUID = 1;

        public AuthorityException(Throwable cause) {
            super(cause);
        }
    }

    /** Keeps a new session; it is found, and listed, when this has returned. */
    void begin(SessionRow row) throws AuthorityException;

    Optional<SessionRow> find(String handle) throws AuthorityException;

    /** Notes that a living session is in use, unless that was noted within the interval; whether there is one. */
    boolean touch(String handle, Instant now) throws AuthorityException;

    /** Some of the sessions of a user. */
    List<SessionRow> of(String user) throws AuthorityException;

    /** Forgets a session of this user; whether there was one. */
    boolean end(String user, String handle) throws AuthorityException;

    /** Forgets every session of this user that had begun when this was called; their handles. */
    List<String> endAll(String user) throws AuthorityException;
}
