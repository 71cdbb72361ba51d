package dev.alacena.cache.redis;

import dev.alacena.cache.redis.Scripts.Call;
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

/** The versions of tags: one key each, a random number. A tag that is gone is an invalidated tag. Thread-safe. */
final class TagVersions {
    private final Keyspace keyspace;
    private final Scripts scripts;

    TagVersions(Keyspace keyspace, Scripts scripts) {
        this.keyspace = keyspace;
        this.scripts = scripts;
    }

    /** The versions of all tags, made where they are missing; none where a loader with a view of this age must not store. */
    CompletionStage<Map<String, Long>> current(Collection<String> tags, Duration ttl, Duration age) {
        Map<String, Long> versions = new ConcurrentHashMap<>();
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (String tag : tags) {
            long fresh = ThreadLocalRandom.current().nextLong();
            List<Object> keys = List.of(keyspace.tagCompanion(tag), keyspace.tag(tag));
            answers.add(scripts.run(new Call(Script.TAG, keys, fresh, ttl.toMillis(), ServerClock.atLeast(age)))
                    .thenAccept(reply -> parse((byte[]) reply.parts().get(0), tag, versions))
                    .toCompletableFuture());
        }
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(all -> versions);
    }

    /** The versions that were read after an entry. */
    static Map<String, Long> parse(Collection<String> tags, List<byte @Nullable []> values) {
        if (tags.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> versions = new HashMap<>();
        int at = 1;
        for (String tag : tags) {
            parse(values.get(at++), tag, versions);
        }
        return versions;
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
