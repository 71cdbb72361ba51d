package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Announcement;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.redis.Scripts.Call;
import dev.alacena.cache.redis.Scripts.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Changes entries and tags: by a script each, announced to all nodes, remembered by this one. Thread-safe. */
final class Writer {
    private final Scripts scripts;
    private final Keyspace keyspace;
    private final Tidings tidings;
    private final RedisStore.Rules rules;

    /**
     * Who is told.
     *
     * @param stream all nodes
     * @param floors this one
     * @param formats tell in which an entry may be stored
     */
    record Tidings(Stream stream, Floors floors, Formats formats) {}

    Writer(Scripts scripts, Keyspace keyspace, Tidings tidings, RedisStore.Rules rules) {
        this.scripts = scripts;
        this.keyspace = keyspace;
        this.tidings = tidings;
        this.rules = rules;
    }

    /** Of one entry, in all formats. Fails, having done what it can, where it may lack one. */
    CompletionStage<Boolean> change(Script script, Key key, Object... arguments) {
        return tidings.formats().of(key).thenCompose(known -> {
            List<Object> keys = new ArrayList<>();
            keys.add(keyspace.companion(key));
            known.fingerprints().forEach(fingerprint -> keys.add(keyspace.entry(key, fingerprint)));
            CompletionStage<Boolean> changed = change(script, keys, new Announcement.OfKey(key), arguments);
            return known.doubt() == null
                    ? changed
                    : changed.thenCompose(done -> CompletableFuture.failedStage(known.doubt()));
        });
    }

    /** Of the version of a tag. */
    CompletionStage<Boolean> change(Script script, String tag, Object... arguments) {
        return change(
                script, List.of(keyspace.tagCompanion(tag), keyspace.tag(tag)), new Announcement.OfTag(tag), arguments);
    }

    private CompletionStage<Boolean> change(
            Script script, List<Object> keys, Announcement announcement, Object... arguments) {
        List<Object> all = new ArrayList<>();
        all.add(rules.journal().toMillis());
        all.addAll(Arrays.asList(arguments));
        return scripts.run(new Call(script, keys, all), tidings.stream().announcing(announcement), wanted(announcement))
                .thenCompose(reply -> {
                    tidings.floors().raise(announcement, reply.now());
                    return confirmed(reply, reply.yes());
                });
    }

    /** A sweep that is done; how many entries it took out. Replicas that have this have all that came before it. */
    CompletionStage<Long> announce(Sweeper.Swept swept, Announcement announcement) {
        tidings.floors().raise(announcement, swept.began());
        return scripts.run(tidings.stream().announcing(announcement).call(swept.began()), wanted(announcement))
                .thenCompose(reply -> confirmed(reply, swept.entries()));
    }

    private Scripts.Wanted wanted(Announcement announcement) {
        return new Scripts.Wanted(
                rules.replicas().confirming(announcement), rules.replicas().atMost());
    }

    private static <T> CompletionStage<T> confirmed(Reply reply, T value) {
        return reply.confirmed()
                ? CompletableFuture.completedStage(value)
                : CompletableFuture.failedStage(new FewReplicasException());
    }
}
