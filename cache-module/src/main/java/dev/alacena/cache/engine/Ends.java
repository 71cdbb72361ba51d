package dev.alacena.cache.engine;

import dev.alacena.api.MissReason;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** When the entries end that this node stored last, to tell why one is missing. Bounded. Thread-safe. */
final class Ends {
    private static final int MOST = 10_000;

    private final Map<Key, Long> ends = new LinkedHashMap<>();
    private final Clock clock;

    Ends(Clock clock) {
        this.clock = clock;
    }

    synchronized void stored(Key key, Duration ttl) {
        ends.remove(key);
        ends.put(key, clock.nanos() + ttl.toNanos());
        if (ends.size() > MOST) {
            ends.remove(ends.keySet().iterator().next());
        }
    }

    /** Why there is no entry, if it was not invalidated. */
    synchronized MissReason why(Key key) {
        Long end = ends.remove(key);
        if (end == null) {
            return MissReason.COLD;
        }
        return end - clock.nanos() <= 0 ? MissReason.EXPIRED : MissReason.EVICTED;
    }
}
