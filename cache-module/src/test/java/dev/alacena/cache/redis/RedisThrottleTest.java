package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Breaker;
import dev.alacena.cache.engine.Link;
import dev.alacena.cache.engine.Sweep;
import dev.alacena.cache.engine.Throttle;
import dev.alacena.cache.engine.Throttle.Bucket;
import dev.alacena.cache.engine.Throttle.Delay;
import dev.alacena.cache.engine.Throttle.Reading;
import dev.alacena.cache.engine.ThrottleContract;
import dev.alacena.cache.engine.Throttling;
import dev.alacena.cache.throttle.LocalThrottle;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/** Real servers of any kind keep the contract of limits, and two nodes count as one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisThrottleTest extends ThrottleContract {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Servers servers;
    private RedissonClient client;
    private RedisStore store;
    private RedisStore other;

    protected abstract Servers servers();

    @BeforeAll
    void start() {
        servers = servers();
        store = store();
        other = store();
        client = RedisStoreTest.connection(servers.topology()).open();
    }

    private RedisStore store() {
        RedissonClient connected =
                RedisStoreTest.connection(servers.topology(), servers.login()).open();
        return new RedisStore(
                new RedisStore.Base(connected, connected, System::nanoTime, Runnable::run),
                new RedisStore.Rules("test", Duration.ofMinutes(1), Duration.ZERO));
    }

    @AfterAll
    void stop() {
        client.shutdown();
        store.close();
        other.close();
        servers.close();
    }

    @Override
    protected Throttle throttle() {
        return store.throttle();
    }

    /** Asks the server for its time until enough of it has passed. */
    @Override
    protected void pass(Duration duration) {
        long end = millis() + duration.toMillis() + 2;
        Await.until("time has passed", () -> millis() > end);
    }

    private long millis() {
        List<String> time = client.getScript(StringCodec.INSTANCE)
                .eval(RScript.Mode.READ_ONLY, "return redis.call('TIME')", RScript.ReturnType.LIST);
        return Long.parseLong(time.get(0)) * 1000 + Long.parseLong(time.get(1)) / 1000;
    }

    /** Calls from many threads of two nodes, all begun before any has to be answered; how many were granted. */
    private long granted(int times, Function<Throttle, CompletableFuture<Reading>> call) {
        List<CompletableFuture<Reading>> calls = IntStream.range(0, times)
                .parallel()
                .mapToObj(i -> call.apply((i % 2 == 0 ? store : other).throttle()))
                .toList();
        return calls.stream()
                .filter(reading ->
                        reading.orTimeout(30, TimeUnit.SECONDS).join().granted())
                .count();
    }

    @Test
    void twoNodesTogetherGrantExactlyWhatABucketHolds() {
        String name = "exact:" + UUID.randomUUID();
        Bucket hundred = new Bucket(100, Duration.ofDays(100));
        assertThat(granted(10_000, node -> node.take(name, hundred).toCompletableFuture()))
                .isEqualTo(100);
    }

    /** As the interceptor asks, but with patience: a busy machine is not a Redis that is away. */
    private static Throttling throttling(RedisStore node) {
        return new Throttling(
                node.throttle(),
                new LocalThrottle(1_000, System::nanoTime),
                new Link(PATIENCE, Breaker.NONE, System::nanoTime, (after, action) -> () -> {}),
                PATIENCE);
    }

    @Test
    void tenThousandCallersOfTwoNodesGetTogetherExactlyWhatABucketHolds() throws InterruptedException {
        String name = "callers:" + UUID.randomUUID();
        Bucket hundred = new Bucket(100, Duration.ofDays(100));
        List<Throttling> nodes = List.of(throttling(store), throttling(other));
        ExecutorService callers = Executors.newFixedThreadPool(64);
        AtomicInteger granted = new AtomicInteger();
        for (int i = 0; i < 10_000; i++) {
            Throttling node = nodes.get(i % 2);
            callers.execute(() -> granted.addAndGet(node.take(name, hundred).granted() ? 1 : 0));
        }
        callers.shutdown();
        assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(granted).hasValue(100);
    }

    @Test
    void guessesThatRunAtOnceOnTwoNodesDoNotSlipThrough() {
        String name = "guesses:" + UUID.randomUUID();
        Delay delay = new Delay(5, Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1));
        assertThat(granted(1_000, node -> node.attempt(name, delay).toCompletableFuture()))
                .isEqualTo(6);
    }

    @Test
    void everyKeyExpires() {
        String name = "expires:" + UUID.randomUUID();
        throttle()
                .take(name, new Bucket(3, Duration.ofMinutes(1)))
                .toCompletableFuture()
                .join();
        throttle()
                .attempt(name, new Delay(3, Duration.ofSeconds(1), Duration.ofSeconds(9), Duration.ofHours(1)))
                .toCompletableFuture()
                .join();
        assertThat(client.getBucket("test:{limit:" + name + "}").remainTimeToLive())
                .isBetween(1L, 61_000L);
        assertThat(client.getBucket("test:{delay:" + name + "}").remainTimeToLive())
                .isBetween(1L, 3_600_000L);
    }

    @Test
    void aDelayThatAClockSetBackHasLeftBehindIsOver() {
        String name = "back:" + UUID.randomUUID();
        Delay delay = new Delay(0, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofDays(1));
        client.getMap("test:{delay:" + name + "}", StringCodec.INSTANCE)
                .put("until", Long.toString(millis() + 3_600_000));
        assertThat(throttle().attempt(name, delay).toCompletableFuture().join().granted())
                .isTrue();
    }

    @Test
    void clearingAllCachesLeavesLimitsAlone() {
        String name = "cleared:" + UUID.randomUUID();
        Bucket bucket = new Bucket(3, Duration.ofDays(1));
        throttle().take(name, bucket).toCompletableFuture().join();
        store.sweep(new Sweep.Everything()).toCompletableFuture().join();
        assertThat(throttle().take(name, bucket).toCompletableFuture().join().remaining())
                .isEqualTo(1);
    }
}
