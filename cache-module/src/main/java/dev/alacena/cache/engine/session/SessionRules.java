package dev.alacena.cache.engine.session;

import java.time.Duration;
import java.time.Instant;

/**
 * How long sessions live.
 *
 * @param idle after which time a session ends that was not touched
 * @param longest after which time every session ends
 * @param touchInterval within which a session is touched once
 */
public record SessionRules(Duration idle, Duration longest, Duration touchInterval) {

    /** When a session ends if it is not touched again. */
    public Instant end(SessionRow row) {
        Instant idleEnd = row.lastSeenAt().plus(idle);
        Instant lastEnd = lastEnd(row);
        return idleEnd.isBefore(lastEnd) ? idleEnd : lastEnd;
    }

    /** When a session ends whatever happens. */
    public Instant lastEnd(SessionRow row) {
        return row.createdAt().plus(longest);
    }

    public boolean alive(SessionRow row, Instant now) {
        return now.isBefore(end(row));
    }

    /** Whether a session was touched long enough ago to be touched again. */
    public boolean touchable(SessionRow row, Instant now) {
        return !now.isBefore(row.lastSeenAt().plus(touchInterval));
    }
}
