package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SteadyTimeTest {
    private final FakeTime time = new FakeTime();
    private final AtomicReference<Instant> wall = new AtomicReference<>(Instant.ofEpochSecond(1_000));
    private final SteadyTime steady = new SteadyTime(wall::get, time);

    private void pass(Duration duration) {
        time.pass(duration);
        wall.updateAndGet(now -> now.plus(duration));
    }

    @Test
    void itPasses() {
        pass(Duration.ofSeconds(60));
        assertThat(steady.getAsLong()).isEqualTo(1_060);
    }

    @Test
    void f26AClockThatIsSetAheadEndsNothing() {
        wall.updateAndGet(now -> now.plus(Duration.ofHours(1)));
        pass(Duration.ofSeconds(60));
        assertThat(steady.getAsLong()).isEqualTo(1_060);
    }

    @Test
    void f26AClockThatIsSetBackIsFollowed() {
        wall.updateAndGet(now -> now.minus(Duration.ofSeconds(100)));
        assertThat(steady.getAsLong()).isEqualTo(900);
    }
}
