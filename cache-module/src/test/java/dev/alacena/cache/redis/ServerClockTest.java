package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.FakeTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** It is never earlier on the server than a node thinks. */
class ServerClockTest {
    private final FakeTime time = new FakeTime();
    private final ServerClock server = new ServerClock(time);

    @Test
    void r26AnAnswerThatTookLongDoesNotMakeAnEntryLiveLonger() {
        long sent = time.nanos();
        time.pass(Duration.ofSeconds(3));
        server.set(10_000, sent);
        assertThat(server.until(20_000)).isLessThan(Duration.ofSeconds(7));
    }

    @Test
    void r26NeitherDoTheFractionsOfMillisecondsThatNobodyTells() {
        server.set(1000, time.nanos());
        time.pass(Duration.ofNanos(999_999));
        assertThat(server.until(1001)).isZero();
    }

    @Test
    void r26WhatTheServerTellsIsBelievedAlsoWhenItsClockWasSet() {
        server.set(10_000, time.nanos());
        server.set(15_000, time.nanos());
        assertThat(server.until(20_000)).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }
}
