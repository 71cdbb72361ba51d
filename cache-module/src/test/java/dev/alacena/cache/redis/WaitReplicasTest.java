package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Request;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Sweep;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;

/** An invalidation that a failover must not lose counts when replicas have confirmed it. */
class WaitReplicasTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(500);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    @AfterEach
    void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    private <T extends AutoCloseable> T opened(T one) {
        opened.push(one);
        return one;
    }

    private Store store(Topology topology, int replicas, Duration atMost) {
        RedissonClient client = RedisStoreTest.connection(topology).open();
        return opened(new RedisStore(
                new RedisStore.Base(client, client, System::nanoTime, Runnable::run),
                new RedisStore.Rules(
                        "test",
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(1),
                        new Replicas(cache -> replicas, atMost))));
    }

    private static void letGo(RedisSentinels servers) {
        servers.replica().frozen(false);
        Await.until(
                "the replica is in step",
                () -> servers.replica().info("master_link_status").equals("up"));
    }

    @Test
    void aReplicaThatIsThereConfirms() {
        RedisSentinels servers = opened(new RedisSentinels());
        Node node = opened(new Node(store(servers.topology(), 1, PATIENCE), PATIENCE.multipliedBy(2)));
        node.keep(node.request("42"), "v1");
        assertThat(node.cupboard().direct().take(node.request("42"))).isTrue();
        node.cupboard().direct().invalidateTags(List.of("t"));
        assertThat(node.cupboard().direct().sweep(new Sweep.All("users"))).isZero();
        assertThat(servers.primaries().get(0).info("cmdstat_wait")).startsWith("calls=3,");
    }

    @Test
    void aReplicaThatIsSilentHoldsTheCallerUpForAWhileAndTheInvalidationIsSentAgain() {
        RedisSentinels servers = opened(new RedisSentinels());
        Node node = opened(new Node(store(servers.topology(), 1, SHORT), PATIENCE));
        Request request = node.request("42");
        node.keep(request, "v1");
        servers.replica().frozen(true);
        try {
            assertThat(node.cupboard().direct().take(request)).isFalse();
            assertThat(node.cupboard().store().read(request.key(), List.of()))
                    .succeedsWithin(PATIENCE)
                    .satisfies(found -> assertThat(found.bytes()).isNull());
            assertThat(node.hits(request, "v2")).isFalse();
            assertThat(node.hits(request, "v2")).isFalse();
        } finally {
            letGo(servers);
        }
        node.keep(request, "v2");
    }

    /** A primary and its replica, which has become a primary beside it, as it does behind a cut network. */
    private final class Split {
        private final RedisProcess old = opened(new RedisProcess());
        private final RedisProcess young = opened(new RedisProcess(Stream.concat(
                        RedisProcess.NOTHING_ON_DISK.stream(), Stream.of("--replicaof", "127.0.0.1", "" + old.port()))
                .toList()));
        private final Node node;
        private volatile Store reached;

        private Split(int replicas) {
            young.start();
            Await.until("the replica is in step", () -> young.info("master_link_status")
                    .equals("up"));
            reached = store(old.topology(), replicas, SHORT);
            node = opened(new Node(follows(), PATIENCE));
            node.keep(node.request("42"), "v1");
            String name = node.cupboard().store().name(node.request("42").key());
            Await.until("the replica has it", () -> young.call("EXISTS", name).equals(1L));
            young.call("REPLICAOF", "NO", "ONE");
        }

        /** A client that is told of the new primary later than others. */
        private Store follows() {
            return (Store) Proxy.newProxyInstance(
                    Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                        try {
                            return method.invoke(reached, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private void leaveTheOldPrimary() {
            reached = store(young.topology(), 0, SHORT);
        }
    }

    @Test
    void r20WhatAnOldPrimaryThatLivesOnWasToldReachesTheNewOne() {
        Split split = new Split(1);
        Request request = split.node.request("42");
        assertThat(split.node.cupboard().direct().take(request)).isFalse();
        split.leaveTheOldPrimary();
        assertThat(split.node.hits(request, "v2")).isFalse();
        split.node.keep(request, "v2");
    }

    @Test
    void r20WithoutWaitingAnOldPrimaryConfirmsWhatTheNewOneNeverHears() {
        Split split = new Split(0);
        Request request = split.node.request("42");
        assertThat(split.node.cupboard().direct().take(request)).isTrue();
        split.leaveTheOldPrimary();
        assertThat(split.node.hits(request, "v1")).isTrue();
    }
}
