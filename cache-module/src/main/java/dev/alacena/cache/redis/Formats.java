package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.redis.Scripts.Call;
import dev.alacena.cache.redis.Scripts.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The formats of values that are in use, so that an invalidation reaches the entries of all versions of the application
 * that run, or ran lately. Thread-safe.
 *
 * <p>A node registers a format before it stores or invalidates the first entry in it. When its cache has other formats too,
 * the node stores nothing before every node that is not deaf has learned of the new one.
 */
final class Formats {
    /** Entries outlive the last node of their version; none should be older than this. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Scripts scripts;
    private final List<Object> keys;
    private final Clock clock;
    private final long learning;
    private final Set<String> own = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> settled = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    private volatile long version = -1;
    private volatile long fresh;

    Formats(Scripts scripts, Keyspace keyspace, Duration maxStaleness, Clock clock) {
        this.scripts = scripts;
        this.keys = List.of(keyspace.head(), keyspace.formats());
        this.clock = clock;
        this.learning = 2 * maxStaleness.toNanos();
        this.fresh = clock.nanos() - learning;
    }

    /** Whether an entry in the format of this key may be stored. */
    CompletionStage<Boolean> settled(Key key) {
        Long from = settled.get(name(key));
        return from != null
                ? CompletableFuture.completedStage(from - clock.nanos() <= 0)
                : register(key).thenApply(done -> done - clock.nanos() <= 0);
    }

    /**
     * The formats of a cache, for a key of it.
     *
     * @param fingerprints that of the key first
     * @param doubt why there may be others; null where these are all
     */
    record Known(List<String> fingerprints, @Nullable Throwable doubt) {}

    /** All formats of this key's cache; those that are known here when the server that has them all does not answer. */
    CompletionStage<Known> of(Key key) {
        if (key.fingerprint().equals(Key.ANY_FORMAT)) {
            return refresh(List.of()).handle((done, failure) -> new Known(known(key), failure));
        }
        if (settled.containsKey(name(key)) && fresh - clock.nanos() > 0) {
            return CompletableFuture.completedStage(new Known(known(key), null));
        }
        CompletionStage<?> asked = settled.containsKey(name(key)) ? refresh(List.of()) : register(key);
        return asked.handle((done, failure) -> new Known(known(key), failure));
    }

    /** The stream has told, at a time of this version, all that was invalidated before this moment. */
    CompletionStage<?> heard(long told, long moment) {
        if (told == version) {
            fresh = moment + learning / 2;
            return CompletableFuture.completedStage(told);
        }
        return refresh(List.of());
    }

    /** Says again that the formats of this node are in use. */
    CompletionStage<?> renew() {
        return refresh(List.copyOf(own));
    }

    private CompletionStage<Long> register(Key key) {
        String name = name(key);
        long sent = clock.nanos();
        return run(List.of(name)).thenApply(reply -> {
            Map<String, String> all = fields((List<?>) reply.parts().get(2));
            take(reply, all, sent);
            long age = reply.now() - since(all.getOrDefault(name, "0:0"));
            boolean alone = known(key).size() == 1;
            long from = alone ? sent : sent + learning - Duration.ofMillis(age).toNanos();
            own.add(name);
            settled.put(name, from);
            return from;
        });
    }

    private CompletionStage<?> refresh(List<String> names) {
        long sent = clock.nanos();
        return run(names)
                .thenApply(reply -> take(reply, fields((List<?>) reply.parts().get(2)), sent));
    }

    private CompletionStage<Reply> run(List<String> names) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(KEPT.toMillis());
        arguments.addAll(names);
        return scripts.run(new Call(Script.REGISTER, keys, arguments));
    }

    /** What was ever known stays known here: a server that was emptied forgets the others until they register again. */
    private Map<String, String> take(Reply reply, Map<String, String> all, long sent) {
        for (String name : all.keySet()) {
            int colon = name.lastIndexOf(':');
            if (colon >= 0) {
                known.computeIfAbsent(name.substring(0, colon), none -> ConcurrentHashMap.newKeySet())
                        .add(name.substring(colon + 1));
            }
        }
        version = reply.code();
        fresh = sent + learning / 2;
        return all;
    }

    private List<String> known(Key key) {
        List<String> all = new ArrayList<>(List.of(key.fingerprint()));
        known.getOrDefault(key.cache(), Set.of()).stream()
                .filter(fingerprint -> !fingerprint.equals(key.fingerprint()))
                .forEach(all::add);
        return all;
    }

    private static long since(String endAndSince) {
        return Long.parseLong(endAndSince.substring(endAndSince.indexOf(':') + 1));
    }

    private static String name(Key key) {
        return key.cache() + ":" + key.fingerprint();
    }

    private static Map<String, String> fields(List<?> flat) {
        Map<String, String> fields = new ConcurrentHashMap<>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            fields.put(text(flat.get(i)), text(flat.get(i + 1)));
        }
        return fields;
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }
}
