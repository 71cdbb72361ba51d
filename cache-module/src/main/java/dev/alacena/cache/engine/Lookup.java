package dev.alacena.cache.engine;

import dev.alacena.api.CacheLevel;
import dev.alacena.api.MissReason;
import org.jspecify.annotations.Nullable;

/** What the levels had to say. */
sealed interface Lookup {

    /** There is an answer; it may be null. */
    record Hit(@Nullable Object value, CacheLevel level) implements Lookup {}

    /**
     * There is none.
     *
     * @param reason why
     * @param seat the place in level 1 that this reading holds
     * @param rejected what level 2 had, if that could not be used
     */
    record Miss(MissReason reason, Near.Seat seat, byte @Nullable [] rejected) implements Lookup {}
}
