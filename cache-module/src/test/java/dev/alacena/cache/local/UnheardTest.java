package dev.alacena.cache.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.FakeTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** For how long level 1 has not heard. */
class UnheardTest {
    private static final Duration STALENESS = Duration.ofSeconds(1);

    private final FakeTime time = new FakeTime();
    private final NearCache near = new NearCache(STALENESS, time);

    @Test
    void beforeTheFirstProofItIsTooLong() {
        assertThat(near.unheard()).isEqualTo(STALENESS);
        time.pass(Duration.ofMillis(300));
        assertThat(near.unheard()).isEqualTo(STALENESS.plusMillis(300));
    }

    @Test
    void itCountsFromTheMomentOfTheProofAndNotFromItsArrival() {
        long asked = time.nanos();
        time.pass(Duration.ofMillis(40));
        near.heard(asked);
        assertThat(near.unheard()).isEqualTo(Duration.ofMillis(40));
        time.pass(Duration.ofMinutes(5));
        assertThat(near.unheard()).isEqualTo(Duration.ofMinutes(5).plusMillis(40));
    }

    @Test
    void whereNothingCanBeMissedItIsZero() {
        near.heard(Long.MAX_VALUE);
        time.pass(Duration.ofDays(300));
        assertThat(near.unheard()).isZero();
    }
}
