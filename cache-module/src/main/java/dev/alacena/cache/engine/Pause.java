package dev.alacena.cache.engine;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets time pass between two looks at a lease that another holds; a test's clock does so at once. */
@FunctionalInterface
public interface Pause {

    /** Waits about this long. */
    void nanos(long nanos);

    /** Real time, jittered by half so that waiters do not come in step. */
    static Pause jittered() {
        return nanos -> LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(nanos / 2, nanos + 1));
    }

    /** The first pause; each next one is double, up to {@link #LONGEST}. */
    long FIRST = TimeUnit.MILLISECONDS.toNanos(2);

    /** What a waiter is late at most when the value arrives. */
    long LONGEST = TimeUnit.MILLISECONDS.toNanos(20);
}
