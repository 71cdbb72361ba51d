package dev.alacena.cache.redis;

import dev.alacena.api.ServerStatistics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.redisson.api.RedissonClient;
import org.redisson.api.redisnode.RedisNode;
import org.redisson.api.redisnode.RedisNode.InfoSection;
import org.redisson.api.redisnode.RedisNodes;
import org.redisson.client.protocol.Time;

/** What the server tells of itself; the sums over all primaries, where there are several. Thread-safe. */
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
            List<Map<String, String>> infos = new ArrayList<>();
            for (RedisNode primary : primaries()) {
                long sent = clock.nanos();
                Time now = primary.time();
                clock.set(now.getSeconds() * 1000L + now.getMicroseconds() / 1000, sent);
                infos.add(primary.info(InfoSection.ALL));
            }
            return new ServerStatistics(
                    true,
                    true,
                    client.getKeys().count(),
                    sum(infos, "used_memory"),
                    sum(infos, "connected_clients"),
                    sum(infos, "total_commands_processed"),
                    sum(infos, "keyspace_hits"),
                    sum(infos, "keyspace_misses"),
                    sum(infos, "evicted_keys"));
        } catch (RuntimeException e) {
            return ServerStatistics.silent(true);
        }
    }

    private Collection<? extends RedisNode> primaries() {
        if (client.getConfig().isClusterConfig()) {
            return client.getRedisNodes(RedisNodes.CLUSTER).getMasters();
        }
        return List.of(
                client.getConfig().isSentinelConfig()
                        ? client.getRedisNodes(RedisNodes.SENTINEL_MASTER_SLAVE).getMaster()
                        : client.getRedisNodes(RedisNodes.SINGLE).getInstance());
    }

    private static long sum(List<Map<String, String>> infos, String name) {
        return infos.stream()
                .mapToLong(info -> Long.parseLong(info.getOrDefault(name, "0")))
                .sum();
    }
}
