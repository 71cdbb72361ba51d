package dev.alacena.cache.local;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Near;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.engine.Sweep;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Level 1 over Caffeine, one bounded map for each cache. Thread-safe.
 *
 * <p>It answers only while it hears: when no proof that all invalidations have arrived is younger than {@code
 * maxStaleness}, it has no copies to offer, until the next proof. A copy lives for what is left of its time to live.
 */
public final class NearCache implements Near {
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
    private final long maxStaleness;
    private final Clock clock;
    private volatile long deaf;
    private volatile long lately;

    public NearCache(Duration maxStaleness, Clock clock) {
        this.maxStaleness = maxStaleness.toNanos();
        this.clock = clock;
        this.deaf = clock.nanos();
        this.lately = deaf;
    }

    /** The copies and seats of one cache, the formats of their keys, and how many copies had to make room. */
    private record Shelf(Cache<Key, Object> places, Set<String> fingerprints, LongAdder evictions) {}

    /** A copy, the seat that it was put on, and the moment at which it goes. */
    private record Held(Copy copy, Seat seat, long end) {}

    @Override
    public void heard(long moment) {
        lately = clock.nanos();
        deaf = moment == Long.MAX_VALUE ? lately + Long.MAX_VALUE / 2 : moment + maxStaleness;
    }

    @Override
    public Duration unheard() {
        return Duration.ofNanos(Math.max(0, clock.nanos() - (deaf - maxStaleness)));
    }

    @Override
    public @Nullable Copy find(Key key) {
        Shelf shelf = shelves.get(key.cache());
        if (shelf == null || !(shelf.places().getIfPresent(key) instanceof Held held)) {
            return null;
        }
        long now = clock.nanos();
        return held.end() - now > 0 && deaf - now > 0 ? held.copy() : null;
    }

    @Override
    public Seat reserve(Policy policy, Key key) {
        Shelf shelf = shelves.computeIfAbsent(key.cache(), name -> shelf(policy));
        shelf.fingerprints().add(key.fingerprint());
        return (Seat) shelf.places().asMap().compute(key, (same, place) -> place instanceof Seat ? place : new Seat());
    }

    @Override
    public void fill(Key key, Seat seat, Copy copy) {
        Shelf shelf = shelves.get(key.cache());
        Held held = new Held(copy, seat, copy.since() + copy.ttl().toNanos());
        lately = clock.nanos();
        if (shelf != null && held.end() - lately > 0) {
            shelf.places().asMap().computeIfPresent(key, (same, place) -> gives(place, seat, copy) ? held : place);
        }
    }

    /** Of two readings that share a seat the later one wins, so that this node never goes back. */
    private static boolean gives(Object place, Seat seat, Copy copy) {
        return place == seat
                || (place instanceof Held held
                        && held.seat() == seat
                        && copy.since() - held.copy().since() > 0);
    }

    @Override
    public void drop(Key key) {
        Shelf shelf = shelves.get(key.cache());
        if (shelf != null) {
            for (String fingerprint : shelf.fingerprints()) {
                shelf.places().invalidate(new Key(key.cache(), key.text(), fingerprint));
            }
        }
    }

    @Override
    public void dropTags(Collection<String> tags) {
        for (Shelf shelf : shelves.values()) {
            shelf.places()
                    .asMap()
                    .values()
                    .removeIf(place -> !(place instanceof Held held) || carries(held.copy(), tags));
        }
    }

    @Override
    public void drop(Sweep sweep) {
        shelves.values().forEach(shelf -> shelf.places().asMap().keySet().removeIf(sweep::matches));
    }

    @Override
    public long size(String name) {
        Shelf shelf = shelves.get(name);
        return shelf == null ? 0 : shelf.places().estimatedSize();
    }

    @Override
    public long evictions(String name) {
        Shelf shelf = shelves.get(name);
        return shelf == null ? 0 : shelf.evictions().sum();
    }

    private static boolean carries(Copy copy, Collection<String> tags) {
        return copy.tags().keySet().stream().anyMatch(tags::contains);
    }

    /** Copies are not answered after their end; the map, whose clock is a late one to keep hits cheap, frees their room. */
    private Shelf shelf(Policy policy) {
        Ticker late = () -> lately;
        LongAdder evictions = new LongAdder();
        Cache<Key, Object> places = Caffeine.newBuilder()
                .maximumSize(policy.maxEntries())
                .ticker(late)
                .executor(Runnable::run)
                .expireAfter(Expiry.<Key, Object>writing((key, place) -> life(policy, place)))
                .evictionListener((key, place, cause) -> {
                    if (cause == RemovalCause.SIZE) {
                        evictions.increment();
                    }
                })
                .build();
        return new Shelf(places, ConcurrentHashMap.newKeySet(), evictions);
    }

    /** A seat waits for its reading as long as a load may take. */
    private Duration life(Policy policy, Object place) {
        return place instanceof Held held
                ? Duration.ofNanos(Math.max(1, held.end() - lately))
                : policy.times().lease().multipliedBy(2);
    }
}
