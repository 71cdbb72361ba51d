package dev.alacena.cache.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Level 1: entries in memory. A reading takes a seat before it asks level 2 and fills only the seat that it holds; an
 * invalidation takes the seats away, so a value from before it cannot come in after it. Thread-safe.
 */
public interface Near {

    /** The place of the readings of one key that go on at the same time; only its identity counts. */
    final class Seat {
        /** The seat of a reading that does not use level 1. */
        static final Seat NONE = new Seat();
    }

    /**
     * What level 1 holds for one key: the entry itself where nobody can change it, else its bytes.
     *
     * @param held an {@link Entry} or a {@code byte[]}
     * @param tags names of its tags, with their versions
     * @param since the moment, in nanoseconds of the clock, at which level 2 certainly held it
     * @param ttl what was left of its time to live then
     */
    record Copy(Object held, Map<String, Long> tags, long since, Duration ttl) {}

    /** Everything invalidated before this moment, in nanoseconds of the clock, has been dropped. */
    void heard(long moment);

    /**
     * How long ago it was that every invalidation until then had been heard, the age of the last proof; max-staleness or
     * more when level 1 does not answer.
     */
    Duration unheard();

    /** A copy that was handed out, and that knows whether it may still be answered. Thread-safe. */
    interface Held {

        /** The copy; null when it was taken away, is over, or when an invalidation can have been missed for too long. */
        @Nullable
        Copy copy();
    }

    /** What {@link #find} finds, to be asked again later; null when there is nothing. */
    @Nullable
    Held hold(Key key);

    /** The copy, if there is one that is still fresh, and no invalidation can have been missed for too long. */
    @Nullable
    Copy find(Key key);

    /** A seat for a reading of this key, shared with those that go on already. */
    Seat reserve(Policy policy, Key key);

    /** Puts a copy on the seat, if nobody has taken it away or put a later copy there. */
    void fill(Key key, Seat seat, Copy copy);

    /** Takes copies and seats of a key away, whatever their format. */
    void drop(Key key);

    /** Takes away the copies with one of these tags, and all seats. */
    void dropTags(Collection<String> tags);

    /** Takes away what the sweep matches, seats too. */
    void drop(Sweep sweep);

    /** Copies of a cache, an estimate. */
    long size(String cache);

    /** Copies of a cache dropped for want of room. */
    long evictions(String cache);
}
