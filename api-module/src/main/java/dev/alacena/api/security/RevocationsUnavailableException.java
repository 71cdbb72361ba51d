package dev.alacena.api.security;

import java.time.Duration;

/** Whether a token is revoked cannot be told now; it must not be accepted. Over HTTP this is 503 with {@code Retry-After}. */
public final class RevocationsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    public RevocationsUnavailableException(Duration retryAfter, Throwable cause) {
        super("whether a token is revoked cannot be told now: neither Redis nor the database answers", cause);
        this.retryAfter = retryAfter;
    }

    /** After which time it makes sense to ask again; at least one second. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
