package dev.alacena.cache.engine;

import org.jspecify.annotations.Nullable;

/**
 * What the caller sees of the database.
 *
 * @param changed whether its transaction has written what it asks for: it bypasses the cache both ways
 * @param began the moment, in nanoseconds of the clock, since when its view may be, such as the snapshot of its transaction;
 *     null for one that begins with the load
 */
public record View(boolean changed, @Nullable Long began) {
    /** A caller without a transaction. */
    public static final View FRESH = new View(false, null);

    /** A caller that has written what it asks for. */
    public static final View CHANGED = new View(true, null);

    /** A caller in a transaction that can have begun at this moment. */
    public static View since(long began) {
        return new View(false, began);
    }

    /** Whether what the caller loads is of a view that may be older than the load. */
    boolean old() {
        return began != null;
    }
}
