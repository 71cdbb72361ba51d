package dev.alacena.cache.local;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Near;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.engine.Sweep;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Level 1 over Caffeine, one bounded map for each cache. Thread-safe.
 *
 * <p>A copy lives for what is left of its time to live, and at most for {@code maxStaleness}: what another node
 * invalidates is not answered longer than that.
 */
public final class NearCache implements Near {
    private final Map<String, Cache<Key, Object>> caches = new ConcurrentHashMap<>();
    private final Duration maxStaleness;
    private final Clock clock;

    public NearCache(Duration maxStaleness, Clock clock) {
        this.maxStaleness = maxStaleness;
        this.clock = clock;
    }

    /** A copy, the seat that it was put on, and the moment at which it goes. */
    private record Held(Copy copy, Seat seat, long end) {}

    @Override
    public @Nullable Copy find(Key key) {
        Cache<Key, Object> cache = caches.get(key.cache());
        return cache != null && cache.getIfPresent(key) instanceof Held held && held.end() - clock.nanos() > 0
                ? held.copy()
                : null;
    }

    @Override
    public Seat reserve(Policy policy, Key key) {
        Cache<Key, Object> cache = caches.computeIfAbsent(key.cache(), name -> cache(policy));
        return (Seat) cache.asMap().compute(key, (same, place) -> place instanceof Seat ? place : new Seat());
    }

    @Override
    public void fill(Key key, Seat seat, Copy copy) {
        Cache<Key, Object> cache = caches.get(key.cache());
        Duration life = copy.ttl().compareTo(maxStaleness) < 0 ? copy.ttl() : maxStaleness;
        Held held = new Held(copy, seat, copy.since() + life.toNanos());
        if (cache != null && held.end() - clock.nanos() > 0) {
            cache.asMap().computeIfPresent(key, (same, place) -> gives(place, seat, copy) ? held : place);
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
        Cache<Key, Object> cache = caches.get(key.cache());
        if (cache != null) {
            cache.invalidate(key);
        }
    }

    @Override
    public void dropTags(Collection<String> tags) {
        for (Cache<Key, Object> cache : caches.values()) {
            cache.asMap().values().removeIf(place -> !(place instanceof Held held) || carries(held.copy(), tags));
        }
    }

    @Override
    public void drop(Sweep sweep) {
        caches.values().forEach(cache -> cache.asMap().keySet().removeIf(sweep::matches));
    }

    @Override
    public long size(String name) {
        Cache<Key, Object> cache = caches.get(name);
        return cache == null ? 0 : cache.estimatedSize();
    }

    @Override
    public long evictions(String name) {
        Cache<Key, Object> cache = caches.get(name);
        return cache == null ? 0 : cache.stats().evictionCount();
    }

    private static boolean carries(Copy copy, Collection<String> tags) {
        return copy.tags().keySet().stream().anyMatch(tags::contains);
    }

    private Cache<Key, Object> cache(Policy policy) {
        Ticker ticker = clock::nanos;
        return Caffeine.newBuilder()
                .maximumSize(policy.maxEntries())
                .ticker(ticker)
                .executor(Runnable::run)
                .recordStats()
                .expireAfter(Expiry.<Key, Object>writing((key, place) -> life(policy, place)))
                .build();
    }

    /** A seat waits for its reading as long as a load may take. */
    private Duration life(Policy policy, Object place) {
        return place instanceof Held held
                ? Duration.ofNanos(Math.max(1, held.end() - clock.nanos()))
                : policy.times().lease().multipliedBy(2);
    }
}
