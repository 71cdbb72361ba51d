package dev.alacena.cache.redis;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many commands may be under way: as many as there are when one is sent each 50 µs, by the quickest answer of the last
 * thousand (Little's law). That keeps some part of a processor busy, whatever the network is like: over a long one reads need not
 * wait for each other, and where Redis is near, they gather. Thread-safe.
 */
final class ConcurrencyLimit {
    static final int FIRST = 4;
    static final int LEAST = 2;
    static final int MOST = 64;
    static final int WINDOW = 1_000;

    private static final long PERIOD_NANOS = 50_000;

    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicLong quickest = new AtomicLong(Long.MAX_VALUE);
    private volatile int limit = FIRST;

    int commands() {
        return limit;
    }

    /** An answer took so long. */
    void took(long nanos) {
        quickest.accumulateAndGet(nanos, Math::min);
        if (answers.incrementAndGet() % WINDOW == 0) {
            long commands = quickest.getAndSet(Long.MAX_VALUE) / PERIOD_NANOS;
            limit = (int) Math.min(Math.max(commands, LEAST), MOST);
        }
    }
}
