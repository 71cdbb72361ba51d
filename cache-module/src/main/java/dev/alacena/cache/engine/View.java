package dev.alacena.cache.engine;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the caller sees of the database.
 *
 * @param changed whether its transaction has written what it asks for: it bypasses the cache both ways
 * @param began the moment, in nanoseconds of the clock, since when its view may be, such as the snapshot of its transaction;
 *     null for one that begins with the load
 * @param written tags that its transaction has invalidated: an entry that carries one, foreseen or not, is bypassed too
 */
public record View(boolean changed, @Nullable Long began, Set<String> written) {
    /** A caller without a transaction. */
    public static final View FRESH = new View(false, null, Set.of());

    /** A caller that has written what it asks for. */
    public static final View CHANGED = new View(true, null, Set.of());

    /** A caller in a transaction that can have begun at this moment. */
    public static View since(long began) {
        return new View(false, began, Set.of());
    }

    /** The same of a caller whose transaction has invalidated these tags. */
    public View having(Set<String> invalidated) {
        return invalidated.isEmpty() ? this : new View(changed, began, invalidated);
    }

    /** Whether the caller's transaction has invalidated one of these tags. */
    boolean wrote(Map<String, ?> tags) {
        return !written.isEmpty() && written.stream().anyMatch(tags::containsKey);
    }

    /** Whether what the caller loads is of a view that may be older than the load. */
    boolean old() {
        return began != null;
    }
}
