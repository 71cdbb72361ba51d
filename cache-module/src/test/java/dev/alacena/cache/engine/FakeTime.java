package dev.alacena.cache.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test moves. */
public final class FakeTime implements Clock {
    private final AtomicLong nanos = new AtomicLong(1_000_000_000L);

    @Override
    public long nanos() {
        return nanos.get();
    }

    public void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }
}
