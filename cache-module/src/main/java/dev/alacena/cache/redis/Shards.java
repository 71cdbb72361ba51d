package dev.alacena.cache.redis;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.connection.ConnectionManager;
import org.redisson.connection.MasterSlaveEntry;

/** Reads of a Cluster: each primary has a gatherer of its own, so that one that is silent holds up its own reads only. Thread-safe. */
final class Shards implements Reads {
    private final ConnectionManager slots;
    private final LoadingCache<MasterSlaveEntry, Gatherer> gatherers;
    /** Of slots that nobody serves now. */
    private final Gatherer homeless;

    Shards(RedissonClient client) {
        this.slots = ((Redisson) client).getCommandExecutor().getConnectionManager();
        this.gatherers = Caffeine.newBuilder().weakKeys().build(primary -> new Gatherer(client));
        this.homeless = new Gatherer(client);
    }

    /** The reads that suit the servers of a client. */
    static Reads of(RedissonClient client) {
        return client.getConfig().isClusterConfig() ? new Shards(client) : new Gatherer(client);
    }

    @Override
    public CompletionStage<List<byte @Nullable []>> read(List<String> names) {
        Map<Gatherer, List<String>> shares = new LinkedHashMap<>();
        names.forEach(name -> shares.computeIfAbsent(gatherer(name), none -> new ArrayList<>())
                .add(name));
        if (shares.size() == 1) {
            return shares.keySet().iterator().next().read(names);
        }
        Map<String, byte @Nullable []> values = new HashMap<>();
        CompletionStage<?> all = CompletableFuture.completedStage(null);
        for (Map.Entry<Gatherer, List<String>> share : shares.entrySet()) {
            all = all.thenCombine(
                    share.getKey().read(share.getValue()), (before, some) -> put(values, share.getValue(), some));
        }
        return all.thenApply(done -> pick(names, values));
    }

    private Gatherer gatherer(String name) {
        MasterSlaveEntry primary = slots.getEntry(slots.calcSlot(name));
        return primary == null ? homeless : gatherers.get(primary);
    }

    private static Map<String, byte @Nullable []> put(
            Map<String, byte @Nullable []> values, List<String> names, List<byte @Nullable []> some) {
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), some.get(i));
        }
        return values;
    }

    private static List<byte @Nullable []> pick(List<String> names, Map<String, byte @Nullable []> values) {
        List<byte @Nullable []> picked = new ArrayList<>(names.size());
        names.forEach(name -> picked.add(values.get(name)));
        return picked;
    }
}
