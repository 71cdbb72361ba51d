package dev.alacena.cache.redis;

import dev.alacena.api.ServerStatistics;
import java.util.Map;
import org.redisson.api.RedissonClient;
import org.redisson.api.redisnode.RedisNode.InfoSection;
import org.redisson.api.redisnode.RedisNodes;
import org.redisson.api.redisnode.RedisSingle;
import org.redisson.client.protocol.Time;

/** What the server tells of itself. Thread-safe. */
final class RedisServer {
    private final RedissonClient client;
    private final ServerClock clock;

    RedisServer(RedissonClient client, ServerClock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Asks the server; a silent one is an answer too. */
    ServerStatistics statistics() {
        try {
            RedisSingle nodes = client.getRedisNodes(RedisNodes.SINGLE);
            long sent = clock.nanos();
            Time now = nodes.getInstance().time();
            clock.set(now.getSeconds() * 1000L + now.getMicroseconds() / 1000, sent);
            Map<String, String> info = nodes.getInstance().info(InfoSection.ALL);
            return new ServerStatistics(
                    true,
                    true,
                    client.getKeys().count(),
                    number(info, "used_memory"),
                    number(info, "connected_clients"),
                    number(info, "total_commands_processed"),
                    number(info, "keyspace_hits"),
                    number(info, "keyspace_misses"),
                    number(info, "evicted_keys"));
        } catch (RuntimeException e) {
            return ServerStatistics.silent(true);
        }
    }

    private static long number(Map<String, String> info, String name) {
        return Long.parseLong(info.getOrDefault(name, "0"));
    }
}
