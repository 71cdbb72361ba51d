package dev.alacena.cache.engine.session;

import java.time.Instant;

/**
 * A session as it is kept. Its secret id is in none of it.
 *
 * @param handle SHA-256 of the id
 * @param user whose it is
 * @param data as JSON
 * @param type fingerprint of the type of the data
 * @param address where it began
 * @param userAgent with what it began
 * @param createdAt when it began, to the millisecond
 * @param lastSeenAt when it was last touched, to the millisecond
 */
public record SessionRow(
        String handle,
        String user,
        String data,
        String type,
        String address,
        String userAgent,
        Instant createdAt,
        Instant lastSeenAt) {

    public SessionRow touched(Instant now) {
        return new SessionRow(handle, user, data, type, address, userAgent, createdAt, now);
    }

    /** Nothing of its user. */
    @Override
    public String toString() {
        return "SessionRow[" + handle + "]";
    }
}
