package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A primary dies, and Sentinels make its replica the primary: no call fails, and the cache works again by itself. */
class SentinelFailoverTest {
    private final RedisSentinels servers = new RedisSentinels();
    private Node node;

    @AfterEach
    void stop() {
        node.close();
        servers.close();
    }

    @Test
    void f11TheReplicaServesThatNeverSawTheScripts() {
        node = new Node(servers.topology());
        node.keep(node.request("before"), "v1");
        servers.primaries().get(0).stop();
        node.keep(node.request("after"), "v2");
        assertThat(servers.replica().info("role")).isEqualTo("master");
        assertThat(node.cupboard().direct().take(node.request("after"))).isTrue();
    }

    @Test
    void anApplicationThatStartsBeforeThePromotionIsNotStuckToTheDeadPrimary() {
        servers.primaries().get(0).stop();
        node = new Node(servers.topology());
        node.keep(node.request("after"), "v1");
        assertThat(servers.replica().info("role")).isEqualTo("master");
    }

    @Test
    void oneSentinelThatAnswersIsEnough() {
        servers.sentinels().stream().skip(1).forEach(RedisProcess::stop);
        node = new Node(servers.topology());
        node.keep(node.request("42"), "v1");
    }
}
