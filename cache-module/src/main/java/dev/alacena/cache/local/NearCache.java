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

    /** A copy and the age at which it goes. */
    private record Held(Copy copy, long nanos) {}

    @Override
    public @Nullable Copy find(Key key) {
        Cache<Key, Object> cache = caches.get(key.cache());
        return cache != null && cache.getIfPresent(key) instanceof Held held ? held.copy() : null;
    }

    @Override
    public Seat reserve(Policy policy, Key key) {
        Seat seat = new Seat();
        caches.computeIfAbsent(key.cache(), name -> cache(policy)).put(key, seat);
        return seat;
    }

    @Override
    public void fill(Key key, Seat seat, Copy copy, Duration ttl) {
        Cache<Key, Object> cache = caches.get(key.cache());
        long nanos = Math.min(maxStaleness.toNanos(), ttl.toNanos());
        if (cache != null && nanos > 0) {
            cache.asMap().replace(key, seat, new Held(copy, nanos));
        }
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
    private static Duration life(Policy policy, Object place) {
        return place instanceof Held held
                ? Duration.ofNanos(held.nanos())
                : policy.times().lease().multipliedBy(2);
    }
}
