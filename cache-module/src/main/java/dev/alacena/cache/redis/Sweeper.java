package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Sweep;
import dev.alacena.cache.redis.Keyspace.Kind;
import dev.alacena.cache.redis.Scripts.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.KeysScanOptions;

/**
 * Finds keys by {@code SCAN} over all primaries and takes them out in bounded steps. Thread-safe.
 *
 * <p>It looks twice. {@code SCAN} finds what is there from its begin to its end: the first look voids the leases of all
 * loads that began before it, and the second finds the values that such loads stored while the first was at work.
 */
final class Sweeper {
    /**
     * Keys that the server looks at while everybody else waits: ten times as many places of its table where those are empty,
     * and those of two tables while it shrinks one. A million entries gone, a hundred keys took it some milliseconds.
     */
    static final int LOOK = 50;

    /** Keys that are taken out while everybody else waits. */
    private static final int STEP = 100;

    private final RedissonClient client;
    private final Keyspace keyspace;
    private final Scripts scripts;
    private final Duration journal;
    private final Executor executor;

    Sweeper(RedissonClient client, Keyspace keyspace, Scripts scripts, Duration journal, Executor executor) {
        this.client = client;
        this.keyspace = keyspace;
        this.scripts = scripts;
        this.journal = journal;
        this.executor = executor;
    }

    /** How many entries a sweep took out, and the server's time at which it began. */
    record Swept(long entries, long began) {}

    /** Says that the sweep begins, for loads of keys that it will not find, and takes out what it finds. */
    CompletionStage<Swept> sweep(Sweep sweep) {
        return CompletableFuture.supplyAsync(
                () -> {
                    long began = begin(sweep);
                    return new Swept(look(sweep) + look(sweep), began);
                },
                executor);
    }

    private long begin(Sweep sweep) {
        Call call = new Call(Script.SWEPT, List.of(keyspace.swept()), sweep.cache(), journal.toMillis());
        return scripts.run(call).toCompletableFuture().join().now();
    }

    private long look(Sweep sweep) {
        long entries = 0;
        for (String glob : keyspace.globs(sweep)) {
            KeysScanOptions options = KeysScanOptions.defaults().pattern(glob).chunkSize(LOOK);
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
        voidLeases(kinds.getOrDefault(Kind.COMPANION, List.of()));
        unlink(kinds.getOrDefault(Kind.TAG, List.of()));
        return unlink(kinds.getOrDefault(Kind.ENTRY, List.of()));
    }

    /** Fences stay: their writers are at work. */
    private void voidLeases(List<String> companions) {
        CompletableFuture<?>[] answers = companions.stream()
                .map(companion -> List.<Object>of(companion, companion + ":none"))
                .map(keys -> scripts.run(new Call(Script.INVALIDATE, keys, journal.toMillis())))
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(answers).join();
    }

    private long unlink(List<String> names) {
        return names.isEmpty() ? 0 : client.getKeys().unlink(names.toArray(String[]::new));
    }
}
