package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Listing;
import dev.alacena.cache.engine.Store.Listed;
import dev.alacena.cache.engine.Sweep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map.Entry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.redisson.api.RBucket;
import org.redisson.api.RType;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.KeysScanOptions;
import org.redisson.client.codec.ByteArrayCodec;

/** Finds entries by {@code SCAN} over all primaries, and how long and how big they are. Thread-safe. */
final class Lister {
    /** Keys that are asked for at the same time. */
    private static final int STEP = 100;

    /** What {@code PTTL} says of a key that is gone; one that stays for ever is none that we have made. */
    private static final long GONE = -2;

    private final RedissonClient client;
    private final Keyspace keyspace;
    private final Executor executor;

    Lister(RedissonClient client, Keyspace keyspace, Executor executor) {
        this.client = client;
        this.keyspace = keyspace;
        this.executor = executor;
    }

    CompletionStage<List<Listed>> list(Sweep.Names names, int limit) {
        return CompletableFuture.supplyAsync(() -> measured(find(names, limit)), executor);
    }

    /** The names in Redis, by their keys. */
    private List<Entry<Key, String>> find(Sweep.Names names, int limit) {
        Listing<String> listing = new Listing<>(names, limit);
        for (String glob : keyspace.globs(names)) {
            KeysScanOptions options = KeysScanOptions.defaults()
                    .pattern(glob)
                    .chunkSize(Sweeper.LOOK)
                    .type(RType.OBJECT);
            Iterator<String> found = client.getKeys().getKeys(options).iterator();
            while (!listing.full() && found.hasNext()) {
                String name = found.next();
                Key key = keyspace.key(name);
                if (key != null) {
                    listing.add(key, name);
                }
            }
        }
        return listing.entries();
    }

    private List<Listed> measured(List<Entry<Key, String>> found) {
        List<Listed> all = new ArrayList<>(found.size());
        for (int from = 0; from < found.size(); from += STEP) {
            found.subList(from, Math.min(found.size(), from + STEP)).stream()
                    .map(entry -> measure(entry.getKey(), entry.getValue()).toCompletableFuture())
                    .toList()
                    .forEach(measure -> measure.join().forEach(all::add));
        }
        return all;
    }

    /** Nothing of an entry that is gone since. */
    private CompletionStage<Stream<Listed>> measure(Key key, String name) {
        RBucket<byte[]> entry = client.getBucket(name, ByteArrayCodec.INSTANCE);
        return entry.remainTimeToLiveAsync()
                .thenCombine(
                        entry.sizeAsync(),
                        (left, bytes) -> left == GONE
                                ? Stream.empty()
                                : Stream.of(new Listed(key, Duration.ofMillis(Math.max(0, left)), bytes)));
    }
}
