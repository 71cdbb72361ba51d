package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does, twenty seconds at most. */
public final class Await {
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(20);
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(5);

    private Await() {}

    public static void until(String what, BooleanSupplier reached) {
        long end = System.nanoTime() + LIMIT;
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain until " + what).isLessThan(end);
            LockSupport.parkNanos(STEP);
        }
    }
}
