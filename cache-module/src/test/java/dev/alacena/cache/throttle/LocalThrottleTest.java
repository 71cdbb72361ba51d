package dev.alacena.cache.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.FakeTime;
import dev.alacena.cache.engine.Throttle;
import dev.alacena.cache.engine.ThrottleContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What one node counts by itself keeps the contract. */
class LocalThrottleTest extends ThrottleContract {
    private static final Throttle.Bucket HUNDRED = new Throttle.Bucket(100, Duration.ofMinutes(1));

    private final FakeTime time = new FakeTime();
    private final Throttle throttle = new LocalThrottle(1000, time);

    @Override
    protected Throttle throttle() {
        return throttle;
    }

    @Override
    protected void pass(Duration duration) {
        time.pass(duration);
    }

    private int granted(Duration pause, int calls) {
        int granted = 0;
        for (int call = 0; call < calls; call++) {
            granted += throttle.take("a", HUNDRED).toCompletableFuture().join().granted() ? 1 : 0;
            time.pass(pause);
        }
        return granted;
    }

    @Test
    void inALongTimeABucketGivesWhatItHeldAndWhatCameIn() {
        assertThat(granted(Duration.ofMillis(100), 6000)).isBetween(1099, 1100);
    }

    @Test
    void whoAsksNoFasterThanTheBucketFillsIsNeverRefused() {
        assertThat(granted(Duration.ofMillis(600), 1000)).isEqualTo(1000);
    }
}
