package dev.alacena.api.security;

import java.util.List;
import java.util.Optional;

/**
 * Sessions of users, the same on every node. Inject it; it is thread-safe and application scoped.
 *
 * <p>A session has an id, 128 random bits, that is a secret of its user: it is returned once, when the session begins, and
 * kept only as its SHA-256. That hash is the session's handle: it names the session in lists and in the {@code sid} of
 * tokens, and opens nothing. A session ends when it is ended, when it was not touched for {@code alacena.sessions.idle}
 * (default 30 minutes), and {@code alacena.sessions.longest} after its begin (default 12 hours) whatever happens.
 *
 * <p>The law:
 *
 * <ol>
 *   <li>The database is the authority, in the caller's transaction if there is one. It is a bean of {@link SecurityDatabase} or
 *       what {@code alacena.security.datasource} names. Redis has copies that are invalidated as the entries of a {@code
 *       strict} cache are, so an ended session is not found after its end has returned or its transaction has committed. A
 *       copy lives for {@code alacena.sessions.touch-interval} at most, and no longer than its session.
 *   <li>Without a database Redis is the authority, at once, whatever becomes of the caller's transaction; without Redis the
 *       memory of this node is.
 *   <li>Times are looked at whenever a session is found, by the clock of the node.
 *   <li>Data are an object of any class that a cached method may return, such as a record, and are found by exactly this
 *       class. Data of another class, or of another shape of it, are no session of this type: a counted fault of the cache
 *       {@code alacena-sessions}, not an exception.
 *   <li>When nobody can tell, methods fail with {@link SessionsUnavailableException}: because of the database where there is
 *       one, else because of Redis. A failure of Redis alone never reaches the callers of an application with a database.
 * </ol>
 */
public interface UserSessions {

    /**
     * Begins a session, with a new id.
     *
     * @param user whose it is, 1 to 256 characters, none of them a control
     * @param data what belongs to it, no secrets
     * @return the session and its secret id
     * @throws IllegalArgumentException for another name of a user, or a class that cannot be restored
     */
    <T> Begun<T> begin(String user, T data, SessionOrigin origin);

    /** A new session and its id, which is nowhere else. */
    record Begun<T>(String id, UserSession<T> session) {
        /** Without the id. */
        @Override
        public String toString() {
            return session.toString();
        }
    }

    /** The session with this secret id; empty when there is none, when it has ended, or when its data are of another type. */
    <T> Optional<UserSession<T>> find(String id, Class<T> type);

    /** The same, for those who know the handle from a token that was verified. */
    <T> Optional<UserSession<T>> byHandle(String handle, Class<T> type);

    /**
     * Says that a session is in use. Written down at most once in {@code alacena.sessions.touch-interval} (default one
     * minute), so {@code lastSeenAt} may be so much too early, and an idle session may live so much shorter.
     *
     * @return whether there is such a session
     */
    boolean touch(String handle);

    /** The sessions of a user that have not ended, the newest first, 1,000 at most; asks the authority. */
    List<UserSession<Void>> of(String user);

    /** Ends a session of this user; whether it had one with this handle. */
    boolean end(String user, String handle);

    /** Ends all sessions of this user; their handles. */
    List<String> endAll(String user);
}
