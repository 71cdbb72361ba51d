package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
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
    private final Set<String> known = new HashSet<>();
    private CompletableFuture<List<String>> look = CompletableFuture.completedFuture(List.of());
    private long looked;

    Primaries(RedissonClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
        this.looked = clock.nanos() - PERIOD;
    }

    /** Whether the last look has found a server that was not there before; from time to time it looks again. */
    boolean replaced() {
        if (!client.getConfig().isClusterConfig() || !look.isDone() || clock.nanos() - looked < PERIOD) {
            return false;
        }
        boolean first = known.isEmpty();
        boolean another = known.addAll(look.join());
        looked = clock.nanos();
        look = identities();
        return another && !first;
    }

    /** Of those that answer. */
    private CompletableFuture<List<String>> identities() {
        List<CompletableFuture<@Nullable String>> answers = new ArrayList<>();
        for (RedisClusterMaster primary :
                client.getRedisNodes(RedisNodes.CLUSTER).getMasters()) {
            answers.add(primary.infoAsync(InfoSection.SERVER)
                    .handle((info, failure) -> failure == null ? info.get("run_id") : null)
                    .toCompletableFuture());
        }
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(all -> answers.stream()
                        .map(CompletableFuture::join)
                        .filter(Objects::nonNull)
                        .toList());
    }
}
