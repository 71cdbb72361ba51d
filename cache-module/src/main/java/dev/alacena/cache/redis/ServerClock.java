package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What time it is on the server, told by its own answers and by the monotonic clock in between. Never behind, so that
 * nothing lives longer in level 1 than in level 2. Thread-safe.
 */
final class ServerClock {
    /** More than any answer takes, in milliseconds. */
    private static final long TURN = 10_000;

    private final Clock clock;
    private volatile long offset = Long.MIN_VALUE;

    ServerClock(Clock clock) {
        this.clock = clock;
    }

    /** Takes over what a command, sent at this moment of the monotonic clock, told. */
    void set(long serverMillis, long sentNanos) {
        offset = serverMillis - TimeUnit.NANOSECONDS.toMillis(sentNanos);
    }

    /** Whether the server has yet to reach this time that it has told: somebody has set its clock back since. */
    boolean toCome(long serverMillis) {
        return !unknown() && serverMillis > millis() + TURN;
    }

    /** In the server's milliseconds; rounded up, as a view that is taken for younger than it is could be stored. */
    static long atLeast(Duration age) {
        return age.plusNanos(999_999).toMillis();
    }

    long nanos() {
        return clock.nanos();
    }

    /** What time it is on the server, in milliseconds, once that is known. */
    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(clock.nanos()) + offset;
    }

    boolean unknown() {
        return offset == Long.MIN_VALUE;
    }

    /** What is left until a moment of the server; zero when that is over, or the server's time is not known. */
    Duration until(long serverMillis) {
        if (unknown()) {
            return Duration.ZERO;
        }
        return Duration.ofMillis(Math.max(0, serverMillis - millis() - 1));
    }
}
