package dev.alacena.cache.engine;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Seconds since 1970, never ahead because somebody has set the clock: what is over by this time stays over when the clock is
 * set right again. Thread-safe.
 */
public final class SteadyTime implements LongSupplier {
    private final InstantSource wall;
    private final Clock clock;
    private final long began;
    private final long seconds;

    public SteadyTime(InstantSource wall, Clock clock) {
        this.wall = wall;
        this.clock = clock;
        this.began = clock.nanos();
        this.seconds = wall.instant().getEpochSecond();
    }

    @Override
    public long getAsLong() {
        long passed = TimeUnit.NANOSECONDS.toSeconds(clock.nanos() - began);
        return Math.min(seconds + passed, wall.instant().getEpochSecond());
    }
}
