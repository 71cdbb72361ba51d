package dev.alacena.cache.engine;

import dev.alacena.api.CacheObservation;
import dev.alacena.api.CacheRead;
import dev.alacena.api.MissReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the calls of a thread find, for who watches. Where nobody ever did, it costs a hit next to nothing. */
public final class Observation implements CacheObservation {
    private static final ThreadLocal<@Nullable Observation> CURRENT = new ThreadLocal<>();
    private static volatile boolean used;

    private final List<CacheRead> reads = new ArrayList<>();
    private final Function<Key, String> names;
    private final @Nullable Observation outer;
    private volatile boolean closed;

    private Observation(Function<Key, String> names, @Nullable Observation outer) {
        this.names = names;
        this.outer = outer;
    }

    /** Watches the calling thread. */
    static Observation begin(Function<Key, String> names) {
        used = true;
        Observation observation = new Observation(names, current());
        CURRENT.set(observation);
        return observation;
    }

    /** Whether somebody watches the calling thread. */
    public static boolean goesOn() {
        return used && current() != null;
    }

    /** One that another thread has closed is still in place. */
    private static @Nullable Observation current() {
        Observation current = CURRENT.get();
        while (current != null && current.closed) {
            current = current.outer;
        }
        return current;
    }

    static void hit(Request request, Lookup.Hit hit, Clock clock) {
        Observation watching = used ? current() : null;
        if (watching != null) {
            Duration ttl = request.policy().ttlOf(new Entry(hit.value(), Map.of()));
            Duration left = hit.life().left(clock.nanos());
            Duration age = left.compareTo(ttl) < 0 ? ttl.minus(left) : Duration.ZERO;
            String cache = request.key().cache();
            watching.add(new CacheRead(cache, watching.names.apply(request.key()), hit.level(), null, left, age));
        }
    }

    static void miss(Request request, MissReason reason) {
        Observation watching = used ? current() : null;
        if (watching != null) {
            String name = watching.names.apply(request.key());
            watching.add(new CacheRead(request.key().cache(), name, null, reason, Duration.ZERO, Duration.ZERO));
        }
    }

    private void add(CacheRead read) {
        if (reads.size() < MOST) {
            reads.add(read);
        }
        if (outer != null) {
            outer.add(read);
        }
    }

    @Override
    public List<CacheRead> reads() {
        return List.copyOf(reads);
    }

    @Override
    public void close() {
        closed = true;
        if (CURRENT.get() == this) {
            CURRENT.set(current());
        }
    }
}
