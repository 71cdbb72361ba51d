package dev.alacena.cache.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBatch;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/** The versions of tags: one key each, a random number. A tag that is gone is an invalidated tag. Thread-safe. */
final class TagVersions {
    private final RedissonClient client;
    private final Keyspace keyspace;

    TagVersions(RedissonClient client, Keyspace keyspace) {
        this.client = client;
        this.keyspace = keyspace;
    }

    /** The bytes of an entry, and the versions of those tags that exist. */
    record Read(byte @Nullable [] bytes, Map<String, Long> versions) {}

    /** Entry and tags in one round trip. */
    CompletionStage<Read> readWith(String entry, Collection<String> tags) {
        RBatch batch = client.createBatch();
        queue(batch, entry);
        tags.forEach(tag -> queue(batch, keyspace.tag(tag)));
        return batch.executeAsync().thenApply(result -> {
            List<?> responses = result.getResponses();
            Map<String, Long> versions = new HashMap<>();
            int at = 1;
            for (String tag : tags) {
                parse((byte[]) responses.get(at++), tag, versions);
            }
            return new Read((byte[]) responses.get(0), versions);
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the batch answers for it
    private static void queue(RBatch batch, String name) {
        batch.getBucket(name, ByteArrayCodec.INSTANCE).getAsync();
    }

    /** The versions of all tags, made where they are missing. */
    CompletionStage<Map<String, Long>> current(RScript scripts, Collection<String> tags, Duration ttl) {
        Map<String, Long> versions = new ConcurrentHashMap<>();
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (String tag : tags) {
            long fresh = ThreadLocalRandom.current().nextLong();
            answers.add(Script.TAG
                    .run(scripts, List.of(keyspace.tag(tag), keyspace.tagCompanion(tag)), fresh, ttl.toMillis())
                    .thenAccept(answer -> parse((byte[]) answer.get(0), tag, versions))
                    .toCompletableFuture());
        }
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(all -> versions);
    }

    CompletionStage<Void> forget(List<String> tags) {
        String[] names = tags.stream().map(keyspace::tag).toArray(String[]::new);
        return client.getKeys().unlinkAsync(names).thenAccept(count -> {});
    }

    /** Leaves out what is no number: somebody else wrote it, and the tag counts as invalidated. */
    private static void parse(byte @Nullable [] bytes, String tag, Map<String, Long> versions) {
        if (bytes == null) {
            return;
        }
        try {
            versions.put(tag, Long.valueOf(new String(bytes, StandardCharsets.US_ASCII)));
        } catch (NumberFormatException e) {
            versions.remove(tag);
        }
    }
}
