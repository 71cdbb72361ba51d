package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Throttle.Bucket;
import dev.alacena.cache.engine.Throttle.Delay;
import dev.alacena.cache.engine.Throttle.Reading;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The laws of limits; whoever counts has a test class that holds it to them. */
public abstract class ThrottleContract {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Bucket THREE = new Bucket(3, DAY);
    private static final Delay SLOW = new Delay(2, DAY, DAY, DAY);

    private String name = "";

    /** One that nobody else uses. */
    @BeforeEach
    void name() {
        name = "test:" + UUID.randomUUID();
    }

    protected abstract Throttle throttle();

    /** Lets time pass for the limits. */
    protected abstract void pass(Duration duration);

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private Reading take(Bucket bucket) {
        return get(throttle().take(name, bucket));
    }

    private Reading attempt(Delay delay) {
        return get(throttle().attempt(name, delay));
    }

    @Test
    void aBucketGivesWhatItHoldsAndNoMore() {
        for (long left = 2; left >= 0; left--) {
            Reading reading = take(THREE);
            assertThat(reading.granted()).isTrue();
            assertThat(reading.remaining()).isEqualTo(left);
        }
        Reading refused = take(THREE);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.remaining()).isZero();
    }

    @Test
    void whoHasToWaitIsToldForHowLong() {
        Duration share = DAY.dividedBy(3);
        for (int call = 0; call < 5; call++) {
            assertThat(take(THREE).untilNext()).isBetween(share.minusMinutes(1), share);
        }
    }

    @Test
    void aBucketFillsEvenly() {
        Bucket bucket = new Bucket(5, Duration.ofMillis(500));
        Reading reading = take(bucket);
        while (reading.granted()) {
            reading = take(bucket);
        }
        pass(reading.untilNext());
        assertThat(take(bucket).granted()).isTrue();
    }

    @Test
    void aBucketThatNobodyAskedForIsFullAndNotFuller() {
        Bucket bucket = new Bucket(3, Duration.ofMillis(50));
        take(bucket);
        pass(Duration.ofSeconds(2));
        assertThat(take(bucket).remaining()).isEqualTo(2);
    }

    @Test
    void lookingTakesNothing() {
        assertThat(get(throttle().probe(name, THREE))).isEqualTo(new Reading(true, 3, Duration.ZERO));
        assertThat(take(THREE).remaining()).isEqualTo(2);
        take(THREE);
        take(THREE);
        Reading looked = get(throttle().probe(name, THREE));
        assertThat(looked.granted()).isFalse();
        assertThat(looked.untilNext()).isBetween(Duration.ofHours(7), Duration.ofHours(8));
    }

    @Test
    void everyNameHasABucketOfItsOwn() {
        take(THREE);
        assertThat(get(throttle().take(name + "other", THREE)).remaining()).isEqualTo(2);
    }

    @Test
    void theLargestAndTheSmallestBucketsCount() {
        for (Bucket bucket : new Bucket[] {
            new Bucket(1_000_000, Duration.ofMillis(1)),
            new Bucket(1_000_000, Duration.ofDays(3650)),
            new Bucket(1, Duration.ofMillis(1)),
            new Bucket(1, Duration.ofDays(3650))
        }) {
            Reading reading = get(throttle().take(name + bucket, bucket));
            assertThat(reading.granted()).isTrue();
            assertThat(reading.remaining()).isEqualTo(bucket.permits() - 1);
            assertThat(reading.untilNext())
                    .isBetween(Duration.ZERO, bucket.per().dividedBy(bucket.permits()));
        }
    }

    @Test
    void theFirstFailuresCostNothingTheNextOneDelays() {
        assertThat(attempt(SLOW)).isEqualTo(new Reading(true, 1, Duration.ZERO));
        assertThat(attempt(SLOW)).isEqualTo(new Reading(true, 0, Duration.ZERO));
        assertThat(attempt(SLOW)).isEqualTo(new Reading(true, 0, DAY));
        Reading refused = attempt(SLOW);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.untilNext()).isBetween(DAY.minusMinutes(1), DAY);
    }

    @Test
    void eachFurtherFailureDoublesTheDelayUpToTheLongest() {
        Delay delay = new Delay(0, Duration.ofMillis(10), Duration.ofMillis(50), DAY);
        for (int millis : new int[] {10, 20, 40, 50, 50}) {
            Reading reading = attempt(delay);
            assertThat(reading).isEqualTo(new Reading(true, 0, Duration.ofMillis(millis)));
            pass(reading.untilNext());
        }
    }

    @Test
    void aSuccessForgetsAllFailures() {
        for (int failures = 0; failures < 3; failures++) {
            attempt(SLOW);
        }
        assertThat(attempt(SLOW).granted()).isFalse();
        get(throttle().forget(name));
        assertThat(attempt(SLOW).remaining()).isEqualTo(1);
    }

    @Test
    void anAttemptThatIsWithdrawnLeavesThoseBeforeIt() {
        attempt(SLOW);
        attempt(SLOW);
        attempt(SLOW);
        get(throttle().withdraw(name));
        assertThat(attempt(SLOW)).isEqualTo(new Reading(true, 0, DAY));
        assertThat(attempt(SLOW).granted()).isFalse();
    }

    @Test
    void theOnlyAttemptThatIsWithdrawnLeavesNothing() {
        get(throttle().withdraw(name));
        attempt(SLOW);
        get(throttle().withdraw(name));
        assertThat(attempt(SLOW).remaining()).isEqualTo(1);
    }

    @Test
    void failuresAreForgottenAfterAWhile() {
        Delay forgetful = new Delay(1, Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofMillis(40));
        attempt(forgetful);
        pass(Duration.ofMillis(60));
        assertThat(attempt(forgetful)).isEqualTo(new Reading(true, 0, Duration.ZERO));
    }

    @Test
    void aDelayOutlivesTheMemory() {
        Delay forgetful = new Delay(0, DAY, DAY, Duration.ofMillis(10));
        attempt(forgetful);
        pass(Duration.ofMillis(60));
        assertThat(attempt(forgetful).granted()).isFalse();
    }
}
