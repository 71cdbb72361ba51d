package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.MissReason;
import dev.alacena.cache.engine.Changes;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.engine.Fence;
import dev.alacena.cache.engine.Request;
import dev.alacena.cache.engine.Sweep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Real servers of any kind that go and come back, under the settings of production. */
@TestMethodOrder(MethodOrderer.MethodName.class) // by chance the one with the fewest restarts
abstract class OutageTest {
    private Servers redis;
    private Node node;
    private Request request;

    protected abstract Servers servers();

    /** An application on these servers. */
    protected Node node(Topology topology) {
        return new Node(topology);
    }

    @BeforeEach
    void start() {
        redis = servers();
    }

    private void openWithoutRedis() {
        redis.stop();
        open();
    }

    private void openWithAnEntry() {
        redis.start();
        open();
        node.keep(request, "v1");
    }

    private void open() {
        node = node(redis.topology());
        request = node.request("42");
    }

    @AfterEach
    void stop() {
        node.close();
        redis.close();
    }

    private Object read(String value) {
        return node.read(request, value);
    }

    @Test
    void f1AnApplicationStartsWithoutRedisAndFindsItLater() {
        openWithoutRedis();
        assertThat(read("v1")).isEqualTo("v1");
        assertThat(read("v2")).isEqualTo("v2");
        assertThat(node.space().counters().misses()).containsEntry(MissReason.UNAVAILABLE, 2L);
        Haste.ofCalls(node);
        redis.start();
        Haste.of(() -> node.keep(request, "kept"));
    }

    @Test
    void theFirstCallOfAnApplicationMayCarryTags() {
        openWithoutRedis();
        assertThat(node.read(node.request("42", "t"), "v1")).isEqualTo("v1");
        assertThat(node.space().counters().misses()).containsEntry(MissReason.UNAVAILABLE, 1L);
    }

    @Test
    void f2ReadsGoOnWhenRedisIsKilledAndRecover() {
        openWithAnEntry();
        redis.stop();
        Haste.ofCalls(node);
        redis.start();
        Haste.of(() -> node.keep(request, "kept"));
    }

    @Test
    void aWriteGoesOnWhenRedisIsKilledAndIsCounted() {
        openWithAnEntry();
        redis.stop();
        Changes changes = new Changes(Map.of(request.key(), node.space().counters()), Set.of("t"), Set.of());
        Fence fence = node.cupboard().writes().writer();
        node.cupboard().writes().raise(fence, changes);
        node.cupboard().writes().committed(fence, changes, Map.of());
        assertThat(node.space().counters().of(Counters.Event.FAULT)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void theServerTellsThatItIsAwayAndThatItIsBack() {
        openWithAnEntry();
        Await.until("all primaries tell", () -> node.cupboard().store().server().connected());
        Await.until(
                "they have the entry", () -> node.cupboard().store().server().keysCount() > 0);
        redis.stop();
        assertThat(node.cupboard().store().server().connected()).isFalse();
    }

    @Test
    void operationsByHandGoOnWhenRedisIsKilled() {
        openWithAnEntry();
        redis.stop();
        assertThat(node.cupboard().direct().get(request)).isEmpty();
        assertThat(node.cupboard().direct().take(request)).isFalse();
        assertThat(node.cupboard().direct().remaining(request)).isEmpty();
        assertThat(node.cupboard()
                        .direct()
                        .put(request, "v")
                        .toCompletableFuture()
                        .orTimeout(5, TimeUnit.SECONDS)
                        .join())
                .isNull();
        assertThat(node.cupboard().direct().sweep(new Sweep.All("users"))).isZero();
        node.cupboard().direct().invalidateTags(List.of("t"));
    }

    @Test
    void f3ReadsGoOnWhenRedisIsFrozenAndRecover() {
        openWithAnEntry();
        List<RedisProcess> primaries = redis.primaries();
        primaries.forEach(primary -> primary.frozen(true));
        Haste.ofCalls(node);
        primaries.forEach(primary -> primary.frozen(false));
        Haste.of(() -> node.keep(node.request("43"), "kept"));
    }

    @Test
    void aClosedStoreFailsNoCall() {
        openWithAnEntry();
        node.close();
        assertThat(read("v2")).isEqualTo("v2");
        assertThat(node.cupboard().direct().take(request)).isFalse();
    }
}
