package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.MissReason;
import dev.alacena.cache.codec.JsonCodecs;
import dev.alacena.cache.engine.Changes;
import dev.alacena.cache.engine.CodecException;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.Fence;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.engine.Request;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.engine.Sweep;
import dev.alacena.cache.engine.View;
import dev.alacena.cache.local.NearCache;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real Redis that goes and comes back, under the settings of production. */
class OutageTest {
    private static final Duration TIMEOUT = Duration.ofMillis(100);
    private static final Duration CONNECT = Duration.ofMillis(200);

    private RedisProcess redis;
    private Cupboard cupboard;
    private Space space;
    private Request request;

    @BeforeEach
    void start() throws IOException, CodecException {
        redis = new RedisProcess();
        Policy.Times times = new Policy.Times(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(10));
        space = new Space(
                new Policy("users", true, false, 100, times),
                new JsonCodecs(1000).of(String.class),
                new Counters(),
                false);
        request = new Request(new Key("users", "42", space.codec().fingerprint()), List.of(), space, View.FRESH);
    }

    private void open() {
        RedisConnection connection = new RedisConnection(
                redis.url(), new RedisConnection.Login(null, null), 0, new RedisConnection.Times(TIMEOUT, CONNECT), 4);
        cupboard = Cupboard.of(
                new Cupboard.Base(
                        new RedisStore(
                                new RedisStore.Base(connection.open(), System::nanoTime, Runnable::run),
                                new RedisStore.Rules("test", Duration.ofMinutes(1), Duration.ofSeconds(1))),
                        new NearCache(Duration.ofSeconds(1), System::nanoTime),
                        new RedisBreaker(),
                        Runnable::run),
                new Cupboard.Limits(TIMEOUT.plus(CONNECT), Duration.ofMinutes(1), Duration.ofMinutes(1)),
                Cupboard.Chance.real());
    }

    @AfterEach
    void stop() throws IOException {
        cupboard.store().close();
        redis.close();
    }

    private Object read(String value) throws Exception {
        return cupboard.engine().get(request, () -> value);
    }

    /** Calls until the cache answers again, whichever value it has kept first, within ten seconds. */
    private void untilItAnswersAgain() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!read("one").equals(read("another"))) {
            assertThat(System.nanoTime()).as("the cache has not recovered").isLessThan(end);
        }
    }

    @Test
    void f1AnApplicationStartsWithoutRedisAndFindsItLater() throws Exception {
        redis.stop();
        open();
        assertThat(read("v1")).isEqualTo("v1");
        assertThat(read("v2")).isEqualTo("v2");
        assertThat(space.counters().misses()).containsEntry(MissReason.UNAVAILABLE, 2L);
        redis.start();
        untilItAnswersAgain();
    }

    @Test
    void theFirstCallOfAnApplicationMayCarryTags() throws Exception {
        redis.stop();
        open();
        Request tagged = new Request(request.key(), List.of("t"), space, View.FRESH);
        assertThat(cupboard.engine().get(tagged, () -> "v1")).isEqualTo("v1");
        assertThat(space.counters().misses()).containsEntry(MissReason.UNAVAILABLE, 1L);
    }

    @Test
    void f2ReadsGoOnWhenRedisIsKilledAndRecover() throws Exception {
        open();
        assertThat(read("v1")).isEqualTo("v1");
        assertThat(read("v2")).isEqualTo("v1");
        redis.stop();
        for (int i = 0; i < 20; i++) {
            assertThat(read("during" + i)).isEqualTo("during" + i);
        }
        redis.start();
        untilItAnswersAgain();
    }

    @Test
    void aWriteGoesOnWhenRedisIsKilledAndIsCounted() throws Exception {
        open();
        read("v1");
        redis.stop();
        Changes changes = new Changes(Map.of(request.key(), space.counters()), Set.of("t"), Set.of());
        Fence fence = cupboard.writes().writer();
        cupboard.writes().raise(fence, changes);
        cupboard.writes().committed(fence, changes, Map.of());
        assertThat(space.counters().of(Counters.Event.FAULT)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void theServerTellsThatItIsAwayAndThatItIsBack() throws Exception {
        open();
        read("v1");
        assertThat(cupboard.store().server().connected()).isTrue();
        assertThat(cupboard.store().server().keysCount()).isPositive();
        redis.stop();
        assertThat(cupboard.store().server().connected()).isFalse();
    }

    @Test
    void operationsByHandGoOnWhenRedisIsKilled() throws Exception {
        open();
        read("v1");
        redis.stop();
        assertThat(cupboard.direct().get(request)).isEmpty();
        assertThat(cupboard.direct().take(request)).isFalse();
        assertThat(cupboard.direct().remaining(request)).isEmpty();
        assertThat(cupboard.direct()
                        .put(request, "v")
                        .toCompletableFuture()
                        .orTimeout(5, TimeUnit.SECONDS)
                        .join())
                .isNull();
        assertThat(cupboard.direct().sweep(new Sweep.All("users"))).isZero();
        cupboard.direct().invalidateTags(List.of("t"));
    }

    @Test
    void aClosedStoreFailsNoCall() throws Exception {
        open();
        read("v1");
        cupboard.store().close();
        assertThat(read("v2")).isEqualTo("v2");
        assertThat(cupboard.direct().take(request)).isFalse();
    }
}
