package dev.alacena.cache.engine;

import dev.alacena.api.CacheLevel;
import dev.alacena.api.MissReason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the levels had to say. */
sealed interface Lookup {

    /** There is an answer; it may be null. */
    record Hit(@Nullable Object value, CacheLevel level, Life life) implements Lookup {}

    /**
     * How long an entry lives.
     *
     * @param since the moment, in nanoseconds of the clock, from which it is told
     * @param ttl what was left then
     */
    record Life(long since, Duration ttl) {

        Duration left(long now) {
            Duration left = ttl.minusNanos(now - since);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }

    /**
     * There is none.
     *
     * @param reason why
     * @param seat the place in level 1 that this reading holds
     * @param rejected {@link Store.Found#stored} of what level 2 had, if that could not be used
     */
    record Miss(MissReason reason, Near.Seat seat, byte @Nullable [] rejected) implements Lookup {}
}
