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
import java.util.function.Predicate;
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
    private final class Place implements Held {
        private volatile Seat seat;
        private final long since;
        private final long end;
        private volatile @Nullable Copy copy;

        private Place(Copy copy, Seat seat) {
            this.copy = copy;
            this.seat = seat;
            this.since = copy.since();
            this.end = copy.since() + copy.ttl().toNanos();
        }

        @Override
        public @Nullable Copy copy() {
            Copy held = copy;
            if (held == null) {
                return null;
            }
            long now = clock.nanos();
            return end - now > 0 && deaf - now > 0 ? held : null;
        }

        /** Of two readings that share a seat the later one wins, so that this node never goes back. */
        private boolean gives(Seat other, Copy later) {
            return seat == other && later.since() - since > 0;
        }

        /** Whether it has to go; if not, no reading of before comes after it. */
        private boolean touched(Collection<String> tags) {
            seat = new Seat();
            return carries(tags);
        }

        private boolean carries(Collection<String> tags) {
            Copy held = copy;
            return held != null && held.tags().keySet().stream().anyMatch(tags::contains);
        }
    }

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
    public @Nullable Held hold(Key key) {
        Shelf shelf = shelves.get(key.cache());
        return shelf != null && shelf.places().getIfPresent(key) instanceof Place place ? place : null;
    }

    @Override
    public @Nullable Copy find(Key key) {
        Held held = hold(key);
        return held == null ? null : held.copy();
    }

    @Override
    public Seat reserve(Policy policy, Key key) {
        Shelf shelf = shelves.computeIfAbsent(key.cache(), name -> shelf(policy));
        shelf.fingerprints().add(key.fingerprint());
        return (Seat)
                shelf.places().asMap().compute(key, (same, place) -> place instanceof Seat ? place : vacated(place));
    }

    private static Seat vacated(@Nullable Object place) {
        gone(place);
        return new Seat();
    }

    @Override
    public void fill(Key key, Seat seat, Copy copy) {
        Shelf shelf = shelves.get(key.cache());
        Place filled = new Place(copy, seat);
        lately = clock.nanos();
        if (shelf != null && filled.end - lately > 0) {
            shelf.places().asMap().computeIfPresent(key, (same, place) -> {
                boolean gives = place == seat || (place instanceof Place other && other.gives(seat, copy));
                return gives ? replaced(place, filled) : place;
            });
        }
    }

    private static Object replaced(Object place, Place filled) {
        gone(place);
        return filled;
    }

    @Override
    public void drop(Key key) {
        Shelf shelf = shelves.get(key.cache());
        if (shelf != null) {
            for (String fingerprint : shelf.fingerprints()) {
                drop(shelf, new Key(key.cache(), key.text(), fingerprint), place -> true);
            }
        }
    }

    @Override
    public void dropTags(Collection<String> tags) {
        for (Shelf shelf : shelves.values()) {
            for (Key key : shelf.places().asMap().keySet()) {
                drop(shelf, key, place -> !(place instanceof Place held) || held.touched(tags));
            }
        }
    }

    @Override
    public void drop(Sweep sweep) {
        for (Shelf shelf : shelves.values()) {
            for (Key key : shelf.places().asMap().keySet()) {
                if (sweep.matches(key)) {
                    drop(shelf, key, place -> true);
                }
            }
        }
    }

    /** In one step with the map, so that whoever finds the key gone finds the copies gone that were handed out. */
    private static void drop(Shelf shelf, Key key, Predicate<Object> unwanted) {
        shelf.places().asMap().computeIfPresent(key, (same, place) -> {
            if (!unwanted.test(place)) {
                return place;
            }
            gone(place);
            return null;
        });
    }

    private static void gone(@Nullable Object place) {
        if (place instanceof Place held) {
            held.copy = null;
        }
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
                    gone(place);
                    if (cause == RemovalCause.SIZE) {
                        evictions.increment();
                    }
                })
                .build();
        return new Shelf(places, ConcurrentHashMap.newKeySet(), evictions);
    }

    /** A seat waits for its reading as long as a load may take. */
    private Duration life(Policy policy, Object place) {
        return place instanceof Place held
                ? Duration.ofNanos(Math.max(1, held.end - lately))
                : policy.times().lease().multipliedBy(2);
    }
}
