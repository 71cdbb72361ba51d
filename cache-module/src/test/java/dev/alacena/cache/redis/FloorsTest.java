package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Announcement;
import dev.alacena.cache.engine.FakeTime;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Sweep;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is older than an invalidation that this node knows of is not believed, for a while. */
class FloorsTest {
    private static final Key KEY = new Key("users", "42", "f");
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final FakeTime time = new FakeTime();
    private final ServerClock server = new ServerClock(time);
    private final Floors floors = new Floors(Duration.ofMinutes(1), time, server);

    private boolean above(long born) {
        return floors.above(KEY, List.of("t"), born);
    }

    @Test
    void anEntryBornBeforeTheInvalidationIsBelowItsFloor() {
        floors.raise(new Announcement.OfKey(KEY), 1000);
        assertThat(above(999)).isTrue();
        assertThat(above(1000)).isFalse();
    }

    @Test
    void theKeyCountsInAllItsFormats() {
        floors.raise(new Announcement.OfKey(new Key("users", "42", "another")), 1000);
        assertThat(above(999)).isTrue();
    }

    @Test
    void r15AnOlderMessageDoesNotLowerAFloor() {
        floors.raise(new Announcement.OfTag("t"), 1000);
        floors.raise(new Announcement.OfTag("t"), 500);
        assertThat(above(999)).isTrue();
    }

    @Test
    void aSweepIsAFloorForWhatItMatches() {
        floors.raise(new Announcement.OfSweep(new Sweep.Prefix("users", "4")), 1000);
        assertThat(above(999)).isTrue();
        assertThat(floors.above(new Key("users", "7", "f"), List.of(), 999)).isFalse();
    }

    @Test
    void aFloorIsForgottenAfterAWhile() {
        floors.raise(new Announcement.OfKey(KEY), 1000);
        time.pass(Duration.ofMinutes(1).minusNanos(1));
        assertThat(above(999)).isTrue();
        time.pass(Duration.ofNanos(1));
        assertThat(above(999)).isFalse();
    }

    /** With any answer, before that is acted upon. */
    private void serverTells(long millis) {
        server.set(millis, time.nanos());
    }

    @Test
    void r26AServerClockThatIsSetBackEmptiesTheFloors() {
        serverTells(2 * HOUR);
        floors.raise(new Announcement.OfKey(KEY), 2 * HOUR);
        floors.raise(new Announcement.OfSweep(new Sweep.All("users")), 2 * HOUR);
        assertThat(above(HOUR)).isTrue();
        serverTells(HOUR);
        floors.raise(new Announcement.OfTag("other"), HOUR);
        assertThat(above(HOUR)).isFalse();
    }

    @Test
    void r26WhatIsInvalidatedAfterTheServerClockIsSetBackHasAFloor() {
        serverTells(2 * HOUR);
        floors.raise(new Announcement.OfKey(KEY), 2 * HOUR);
        serverTells(HOUR);
        floors.raise(new Announcement.OfKey(KEY), HOUR);
        assertThat(above(HOUR - 1)).isTrue();
        assertThat(above(HOUR)).isFalse();
    }

    @Test
    void r26WhatWasBornBeforeTheServerClockIsSetBackStaysBelowItsFloor() {
        serverTells(2 * HOUR);
        floors.raise(new Announcement.OfKey(KEY), 2 * HOUR);
        serverTells(HOUR);
        assertThat(above(2 * HOUR - 1)).isTrue();
        floors.raise(new Announcement.OfTag("t"), HOUR);
        assertThat(above(2 * HOUR)).isTrue();
    }

    @Test
    void r26AMessageThatComesLateIsNoClockThatIsSetBack() {
        serverTells(HOUR);
        floors.raise(new Announcement.OfKey(KEY), HOUR);
        floors.raise(
                new Announcement.OfSweep(new Sweep.All("slow")),
                HOUR - Duration.ofSeconds(30).toMillis());
        assertThat(above(HOUR - 1)).isTrue();
    }
}
