package dev.alacena.cache.engine;

import java.time.Duration;

/**
 * What the caller sees of the database.
 *
 * @param changed whether its transaction has written what it asks for: it bypasses the cache both ways
 * @param age since when its view may be, such as the snapshot of its transaction; zero for one that begins with the load
 */
public record View(boolean changed, Duration age) {
    /** A caller without a transaction. */
    public static final View FRESH = new View(false, Duration.ZERO);

    /** A caller that has written what it asks for. */
    public static final View CHANGED = new View(true, Duration.ZERO);
}
