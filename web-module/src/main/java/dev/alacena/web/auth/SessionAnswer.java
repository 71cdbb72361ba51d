package dev.alacena.web.auth;

import dev.alacena.api.security.UserSession;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A session, as its user sees it.
 *
 * @param id its handle, which opens nothing
 * @param current whether this request belongs to it
 */
record SessionAnswer(
        String id,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        String address,
        String userAgent,
        boolean current) {

    static SessionAnswer of(UserSession<?> session, @Nullable String current) {
        return new SessionAnswer(
                session.handle(),
                session.createdAt(),
                session.lastSeenAt(),
                session.expiresAt(),
                session.origin().address(),
                session.origin().userAgent(),
                Objects.equals(session.handle(), current));
    }
}
