package dev.alacena.cache.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.alacena.cache.engine.Announcement;
import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Sweep;
import java.time.Duration;
import java.util.Collection;

/**
 * For a short while after each invalidation that this node knows of, the server's time of it: entries whose load began
 * before are not accepted, whoever brings them back. Thread-safe.
 */
final class Floors {
    /** As many as a node remembers; those that make room are covered by nothing but the journal. */
    private static final long MOST = 100_000;

    /** Each is held against every entry that is read. */
    private static final long MOST_SWEEPS = 16;

    private final Cache<Object, Long> floors;
    private final Cache<Sweep, Long> sweeps;
    private final ServerClock time;

    Floors(Duration journal, Clock clock, ServerClock time) {
        this.time = time;
        this.floors = remembered(MOST, journal, clock);
        this.sweeps = remembered(MOST_SWEEPS, journal, clock);
    }

    private static <T> Cache<T, Long> remembered(long most, Duration journal, Clock clock) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(journal)
                .ticker(clock::nanos)
                .executor(Runnable::run)
                .build();
    }

    /** The name of a key in all its formats. */
    private record Anywhere(String cache, String text) {}

    /** The name of a tag. */
    private record Tag(String name) {}

    void raise(Announcement announcement, long serverMillis) {
        if (announcement instanceof Announcement.OfKey ofKey) {
            put(floors, new Anywhere(ofKey.key().cache(), ofKey.key().text()), serverMillis);
        } else if (announcement instanceof Announcement.OfTag ofTag) {
            put(floors, new Tag(ofTag.tag()), serverMillis);
        } else if (announcement instanceof Announcement.OfSweep ofSweep) {
            put(sweeps, ofSweep.sweep(), serverMillis);
        }
    }

    private <T> void put(Cache<T, Long> floors, T name, long serverMillis) {
        floors.asMap().merge(name, serverMillis, (floor, other) -> older(floor, other) ? other : floor);
    }

    /** What the server has yet to reach is from before somebody set its clock back. */
    private boolean older(long serverMillis, long other) {
        boolean before = time.toCome(serverMillis);
        return before == time.toCome(other) ? serverMillis < other : before;
    }

    /** Whether an entry whose load began at this time of the server is older than an invalidation of it. */
    boolean above(Key key, Collection<String> tags, long bornMillis) {
        if (floors.asMap().isEmpty() && sweeps.asMap().isEmpty()) {
            return false;
        }
        return lower(new Anywhere(key.cache(), key.text()), bornMillis)
                || tags.stream().anyMatch(tag -> lower(new Tag(tag), bornMillis))
                || sweeps.asMap().entrySet().stream()
                        .anyMatch(sweep -> older(bornMillis, sweep.getValue())
                                && sweep.getKey().matches(key));
    }

    private boolean lower(Object name, long bornMillis) {
        Long floor = floors.getIfPresent(name);
        return floor != null && older(bornMillis, floor);
    }
}
