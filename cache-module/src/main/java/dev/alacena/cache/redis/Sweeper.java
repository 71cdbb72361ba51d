package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Sweep;
import dev.alacena.cache.redis.Keyspace.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
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
    private final Executor executor;

    Sweeper(RedissonClient client, Keyspace keyspace, Executor executor) {
        this.client = client;
        this.keyspace = keyspace;
        this.executor = executor;
    }

    CompletionStage<Long> sweep(Sweep sweep) {
        return CompletableFuture.supplyAsync(() -> look(sweep) + look(sweep), executor);
    }

    private long look(Sweep sweep) {
        long entries = 0;
        for (String glob : keyspace.globs(sweep)) {
            KeysScanOptions options = KeysScanOptions.defaults().pattern(glob).chunkSize(STEP);
            List<String> found = new ArrayList<>(STEP);
            for (String name : client.getKeys().getKeys(options)) {
                found.add(name);
                if (found.size() == STEP) {
                    entries += takeOut(found, sweep);
                    found.clear();
                }
            }
            entries += takeOut(found, sweep);
        }
        return entries;
    }

    private long takeOut(List<String> names, Sweep sweep) {
        Map<Kind, List<String>> kinds = new EnumMap<>(Kind.class);
        for (String name : names) {
            Kind kind = keyspace.kind(name, sweep);
            if (kind != null) {
                kinds.computeIfAbsent(kind, none -> new ArrayList<>()).add(name);
            }
        }
        kinds.getOrDefault(Kind.COMPANION, List.of()).forEach(this::voidLeases);
        unlink(kinds.getOrDefault(Kind.TAG, List.of()));
        return unlink(kinds.getOrDefault(Kind.ENTRY, List.of()));
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
