package dev.alacena.api.security;

/**
 * Nobody can tell now whether there is such a session: the database that keeps them, or Redis where there is no database, does
 * not answer or refuses. Its cause says which. Over HTTP this is 503 with {@code Retry-After}.
 */
public final class SessionsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SessionsUnavailableException(Throwable cause) {
        super("sessions cannot be asked for now", cause);
    }
}
