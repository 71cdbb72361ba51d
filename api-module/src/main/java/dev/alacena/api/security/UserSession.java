package dev.alacena.api.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session of a user.
 *
 * @param handle names it and opens nothing: the SHA-256 of its id, base64url without padding
 * @param user whose it is
 * @param data what belongs to it; null in lists
 * @param origin where it began
 * @param createdAt when it began
 * @param lastSeenAt when it was last touched
 * @param expiresAt when it ends if it is not touched again
 */
public record UserSession<T>(
        String handle,
        String user,
        @Nullable T data,
        SessionOrigin origin,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt) {}
