package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Throttle.Bucket;
import dev.alacena.cache.engine.Throttle.Delay;
import dev.alacena.cache.engine.Throttling;
import dev.alacena.cache.throttle.LocalThrottle;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits while Redis is killed or frozen, under the settings of production. */
class LimitOutageTest {
    private static final Bucket HUNDRED = new Bucket(100, Duration.ofDays(100));
    private static final Bucket MILLION = new Bucket(1_000_000, Duration.ofDays(1));
    private static final Delay DELAY = new Delay(2, Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1));
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final RedisProcess redis = new RedisProcess();
    private final Node one = new Node(redis.topology());
    private final Node two = new Node(redis.topology());
    private final Throttling first = throttling(one);
    private final Throttling second = throttling(two);

    private static Throttling throttling(Node node) {
        return new Throttling(
                ((DeferredStore) node.cupboard().store()).throttle(),
                new LocalThrottle(1000, System::nanoTime),
                node.cupboard().link(),
                PATIENCE);
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        redis.close();
    }

    private static long granted(Throttling throttling, String name, int calls) {
        return IntStream.range(0, calls)
                .filter(call -> throttling.take(name, HUNDRED).granted())
                .count();
    }

    private static String name() {
        return "outage:" + UUID.randomUUID();
    }

    /** Until both nodes see what the other has taken. */
    private void untilShared() {
        Await.until("both nodes count together", () -> {
            String name = name();
            first.take(name, MILLION);
            second.take(name, MILLION);
            return first.take(name, MILLION).remaining() == MILLION.permits() - 3;
        });
    }

    @Test
    void eachNodeGoesOnWithTheSameLimitWhenRedisIsKilledAndBothAreOneAgainWhenItIsBack() {
        untilShared();
        String name = name();
        assertThat(granted(first, name, 20)).isEqualTo(20);
        redis.stop();
        assertThat(granted(first, name, 1000)).isEqualTo(100);
        assertThat(granted(second, name, 1000)).isEqualTo(100);
        redis.start();
        untilShared();
        String fresh = name();
        assertThat(granted(first, fresh, 70) + granted(second, fresh, 70)).isEqualTo(100);
    }

    @Test
    void aFrozenRedisCostsACallNoMoreThanTheTimeOutAndSoonNothing() {
        untilShared();
        redis.frozen(true);
        try {
            String name = name();
            long begin = System.nanoTime();
            assertThat(granted(first, name, 1000)).isEqualTo(100);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE.multipliedBy(100));
        } finally {
            redis.frozen(false);
        }
        untilShared();
    }

    @Test
    void guessesAreCountedByEachNodeWhileRedisIsAway() {
        redis.stop();
        String name = name();
        assertThat(IntStream.range(0, 10)
                        .filter(guess -> first.attempt(name, DELAY).granted())
                        .count())
                .isEqualTo(3);
        first.forget(name);
        assertThat(first.attempt(name, DELAY).remaining()).isEqualTo(1);
        first.withdraw(name);
        assertThat(first.attempt(name, DELAY).remaining()).isEqualTo(1);
    }

    @Test
    void aServerWithoutMemoryLeavesTheCountToTheNodes() {
        untilShared();
        redis.call("CONFIG", "SET", "maxmemory", "1");
        assertThat(granted(first, name(), 200)).isEqualTo(100);
        redis.call("CONFIG", "SET", "maxmemory", "0");
        untilShared();
    }
}
