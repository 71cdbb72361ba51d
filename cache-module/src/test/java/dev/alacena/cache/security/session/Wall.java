package dev.alacena.cache.security.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock on the wall that a test moves. */
final class Wall implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-25T08:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }
}
