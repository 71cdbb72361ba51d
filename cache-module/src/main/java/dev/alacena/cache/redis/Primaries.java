package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Clock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.redisson.api.RedissonClient;
import org.redisson.api.redisnode.RedisClusterMaster;
import org.redisson.api.redisnode.RedisNode.InfoSection;
import org.redisson.api.redisnode.RedisNodes;

/**
 * Notices that another server has taken over a part of a Cluster: the stream tells of its own primary only. It never waits
 * for one that is silent. Used by one thread.
 */
final class Primaries {
    private static final long PERIOD = Duration.ofSeconds(1).toNanos();

    private final RedissonClient client;
    private final Clock clock;
    private final Map<InetSocketAddress, String> known = new HashMap<>();
    private CompletableFuture<Map<InetSocketAddress, Optional<String>>> look =
            CompletableFuture.completedFuture(Map.of());
    private boolean first = true;
    private long looked;

    Primaries(RedissonClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
        this.looked = clock.nanos() - PERIOD;
    }

    /** Whether the last look has found a server that was no primary before; from time to time it looks again. */
    boolean replaced() {
        if (!client.getConfig().isClusterConfig() || !look.isDone() || clock.nanos() - looked < PERIOD) {
            return false;
        }
        boolean another = another(look.join());
        looked = clock.nanos();
        look = identities();
        return another;
    }

    /** Who is no primary any more is forgotten: as one again it may lack what others have confirmed meanwhile. */
    private boolean another(Map<InetSocketAddress, Optional<String>> found) {
        Collection<String> before = new HashSet<>(known.values());
        known.keySet().retainAll(found.keySet());
        found.forEach((address, identity) -> identity.ifPresent(one -> known.put(address, one)));
        boolean another = !first && !before.containsAll(known.values());
        first &= known.isEmpty();
        return another;
    }

    /** Of each primary; empty where there is no answer. */
    private CompletableFuture<Map<InetSocketAddress, Optional<String>>> identities() {
        Map<InetSocketAddress, CompletableFuture<Optional<String>>> answers = new HashMap<>();
        for (RedisClusterMaster primary :
                client.getRedisNodes(RedisNodes.CLUSTER).getMasters()) {
            answers.put(
                    primary.getAddr(),
                    primary.infoAsync(InfoSection.SERVER)
                            .handle((info, failure) -> Optional.ofNullable(failure == null ? info.get("run_id") : null))
                            .toCompletableFuture());
        }
        return CompletableFuture.allOf(answers.values().toArray(CompletableFuture[]::new))
                .thenApply(all -> {
                    Map<InetSocketAddress, Optional<String>> found = new HashMap<>();
                    answers.forEach((address, answer) -> found.put(address, answer.join()));
                    return found;
                });
    }
}
