package dev.alacena.cache.engine;

import dev.alacena.cache.engine.Counters.Event;
import java.util.Optional;
import java.util.function.Function;

/**
 * Counts and traces what becomes of entries: in the counters of their cache, or, where no single cache is meant, as by a tag,
 * in those of the node. Thread-safe.
 */
final class Tally {
    private final Function<String, Optional<Counters>> caches;
    private final Counters node;

    Tally(Function<String, Optional<Counters>> caches, Counters node) {
        this.caches = caches;
        this.node = node;
    }

    /** Where what happens to this is counted. */
    Counters of(Announcement what) {
        return caches.apply(cache(what)).orElse(node);
    }

    void invalidated(Announcement what, Counters counters) {
        counters.count(event(what));
        Trace.invalidation(what);
    }

    void invalidated(Announcement what) {
        invalidated(what, of(what));
    }

    static void filled(Key key, Counters counters, boolean stored) {
        counters.count(stored ? Event.FILL : Event.REFUSED_FILL);
        if (stored) {
            Trace.fill(key);
        } else {
            Trace.refused(key);
        }
    }

    private static String cache(Announcement what) {
        if (what instanceof Announcement.OfKey ofKey) {
            return ofKey.key().cache();
        }
        return what instanceof Announcement.OfSweep ofSweep ? ofSweep.sweep().cache() : Sweep.EVERY_CACHE;
    }

    private static Event event(Announcement what) {
        if (what instanceof Announcement.OfKey) {
            return Event.INVALIDATION;
        }
        return what instanceof Announcement.OfSweep ? Event.SWEEP : Event.TAG;
    }
}
