package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.FakeTime;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.redisson.api.redisnode.RedisCluster;
import org.redisson.api.redisnode.RedisClusterMaster;
import org.redisson.config.Config;
import org.redisson.misc.CompletableFutureWrapper;

/** A server that takes over a part of a Cluster is noticed, whichever it is. */
class PrimariesTest {
    private static final String SILENT = "";

    private final FakeTime time = new FakeTime();
    private final Map<Integer, String> cluster = new LinkedHashMap<>();
    private final Primaries primaries = new Primaries(Scripted.as(RedissonClient.class, this::client), time);

    private Object client(String method, Object... arguments) {
        if (method.equals("getConfig")) {
            Config config = new Config();
            config.useClusterServers();
            return config;
        }
        List<RedisClusterMaster> masters = cluster.entrySet().stream()
                .map(server -> master(server.getKey(), server.getValue()))
                .toList();
        return Scripted.as(RedisCluster.class, (name, none) -> masters);
    }

    private static RedisClusterMaster master(int port, String identity) {
        return Scripted.as(
                RedisClusterMaster.class,
                (name, arguments) ->
                        name.equals("getAddr") ? InetSocketAddress.createUnresolved("redis", port) : info(identity));
    }

    private static @Nullable Object info(String identity) {
        return identity.equals(SILENT)
                ? new CompletableFutureWrapper<>(new IOException("silent"))
                : new CompletableFutureWrapper<>(Map.of("run_id", identity));
    }

    /** Whether another server is noticed, by one look or the next. */
    private boolean noticed() {
        boolean before = look();
        return look() || before;
    }

    private boolean look() {
        time.pass(Duration.ofSeconds(1));
        return primaries.replaced();
    }

    @BeforeEach
    void begin() {
        cluster.put(1, "a");
        cluster.put(2, "b");
        assertThat(noticed()).isFalse();
    }

    @Test
    void r19AServerThatTookOverIsNoticedOnce() {
        cluster.remove(1);
        cluster.put(3, "c");
        assertThat(noticed()).isTrue();
        assertThat(noticed()).isFalse();
    }

    @Test
    void r19AServerThatTakesOverWhatItHadBeforeIsNoticed() {
        cluster.remove(1);
        cluster.put(3, "c");
        assertThat(noticed()).isTrue();
        cluster.remove(3);
        cluster.put(1, "a");
        assertThat(noticed()).isTrue();
    }

    @Test
    void r19AServerThatWasStartedAnewIsNoticed() {
        cluster.put(1, "a anew");
        assertThat(noticed()).isTrue();
    }

    @Test
    void r19ATakeoverIsNoticedThoughNobodyAnsweredMeanwhile() {
        cluster.clear();
        assertThat(noticed()).isFalse();
        cluster.put(3, SILENT);
        assertThat(noticed()).isFalse();
        cluster.put(3, "c");
        assertThat(noticed()).isTrue();
    }

    @Test
    void aServerThatWasSilentForAWhileHasLostNothing() {
        cluster.put(1, SILENT);
        assertThat(noticed()).isFalse();
        cluster.put(1, "a");
        assertThat(noticed()).isFalse();
    }
}
