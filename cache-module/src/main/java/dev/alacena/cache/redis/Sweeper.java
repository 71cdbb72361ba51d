package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.redisson.api.RKeys;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.KeysScanOptions;
import org.redisson.client.codec.ByteArrayCodec;

/**
 * Finds keys by {@code SCAN} over all primaries and takes them out in bounded steps. Thread-safe.
 *
 * <p>It looks twice. {@code SCAN} finds what is there from its begin to its end: the first look voids the leases of all
 * loads that began before it, and the second finds the values that such loads stored while the first was at work.
 */
final class Sweeper {
    private static final int STEP = 500;

    private final RedissonClient client;
    private final Keyspace keyspace;

    Sweeper(RedissonClient client, Keyspace keyspace) {
        this.client = client;
        this.keyspace = keyspace;
    }

    CompletionStage<Long> sweep(Sweep sweep) {
        return CompletableFuture.completedStage(look(sweep) + look(sweep));
    }

    private long look(Sweep sweep) {
        RKeys keys = client.getKeys();
        KeysScanOptions options =
                KeysScanOptions.defaults().pattern(keyspace.glob(sweep)).chunkSize(STEP);
        long entries = 0;
        List<String> found = new ArrayList<>(STEP);
        for (String name : keys.getKeys(options)) {
            found.add(name);
            if (found.size() == STEP) {
                entries += takeOut(found);
                found.clear();
            }
        }
        return entries + takeOut(found);
    }

    private long takeOut(List<String> names) {
        List<String> values = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (String name : names) {
            if (keyspace.isCompanion(name)) {
                voidLeases(name);
            } else {
                (keyspace.isTag(name) ? tags : values).add(name);
            }
        }
        unlink(tags);
        return unlink(values);
    }

    /** Fences stay: their writers are at work. */
    private void voidLeases(String companion) {
        RScript scripts = client.getScript(ByteArrayCodec.INSTANCE);
        Script.INVALIDATE
                .run(scripts, List.of(companion + ":none", companion))
                .toCompletableFuture()
                .join();
    }

    private long unlink(List<String> names) {
        return names.isEmpty() ? 0 : client.getKeys().unlink(names.toArray(String[]::new));
    }
}
