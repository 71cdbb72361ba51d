package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Sweep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names in Redis. All keys of one entry share a slot: {@code ns:{cache:key}:fingerprint} holds the value, {@code
 * ns:{cache:key}:w} lease, fences and the time of the last invalidation. So do those of a tag: {@code ns:tag:{:tag}} holds its version, {@code ns:tag:{:tag}:w}
 * its fences; the colon is there because empty braces would be no slot.
 * A limit is one key: {@code ns:{limit:name:hash}} or {@code ns:{delay:name:hash}}.
 * What the nodes tell each other is in {@code ns:{invalidations}} and {@code ns:{swept}}, the revoked tokens in {@code
 * ns:{revocations}}, what the application tells its clients in {@code ns:{events}}.
 *
 * @param namespace of the application
 */
public record Keyspace(String namespace) {
    private static final String COMPANION = "w";

    String entry(Key key) {
        return slot(key) + key.fingerprint();
    }

    String companion(Key key) {
        return slot(key) + COMPANION;
    }

    /** The entry that holds the same key in another format. */
    String entry(Key key, String fingerprint) {
        return slot(key) + fingerprint;
    }

    /** What was invalidated, as a stream. */
    String stream() {
        return namespace + ":{invalidations}";
    }

    /** Epoch and numbers of the stream. */
    String head() {
        return stream() + ":head";
    }

    /** The formats of values that are in use. */
    String formats() {
        return stream() + ":formats";
    }

    /** What writers are going to sweep. */
    String sweeps() {
        return stream() + ":sweeps";
    }

    /** When each cache was swept. */
    String swept() {
        return namespace + ":{swept}";
    }

    /** The copy of the revocations. */
    String revocations() {
        return namespace + ":{revocations}";
    }

    /** What happened, as a stream; what clears caches leaves it alone. */
    String events() {
        return namespace + ":{events}";
    }

    /** A token bucket. Neither this nor a delay ends as entries do: what clears caches leaves limits alone. */
    String bucket(String name) {
        return namespace + ":{limit:" + name + "}";
    }

    /** Failures, and how long they delay. */
    String delay(String name) {
        return namespace + ":{delay:" + name + "}";
    }

    String tag(String name) {
        return namespace + ":tag:{:" + name + "}";
    }

    String tagCompanion(String name) {
        return tag(name) + ":" + COMPANION;
    }

    /** The globs that together find at least what a sweep takes out. */
    List<String> globs(Sweep sweep) {
        if (sweep instanceof Sweep.All all) {
            return List.of(cache(all.cache()) + "*}:*");
        }
        if (sweep instanceof Sweep.Prefix prefix) {
            String kept = prefix.text()
                    .substring(0, Math.min(Sweep.KEPT, prefix.text().length()));
            return List.of(cache(prefix.cache()) + literal(kept) + "*}:*");
        }
        if (sweep instanceof Sweep.Pattern pattern) {
            String cache = cache(pattern.cache());
            return List.of(
                    cache + pattern.glob().replaceAll("[\\[\\]]", "\\\\$0") + "}:*",
                    cache + "*" + Sweep.SHORTENED + "*}:*");
        }
        if (sweep instanceof Sweep.Names names) {
            // a glob of many stars keeps Redis busy: the beginning is enough, and what is found is looked at again
            return List.of(literal(namespace) + ":{" + literal(names.beginning()) + "*}:*");
        }
        return List.of(literal(namespace) + ":*");
    }

    /** What a name that a glob found is; null when it is none of ours, or not what the sweep means. */
    @Nullable
    Kind kind(String name, Sweep sweep) {
        boolean companion = name.endsWith("}:" + COMPANION);
        if (name.startsWith(namespace + ":tag:{")) {
            // beside a tag there are fences, which stay, and no leases
            return sweep instanceof Sweep.Everything && !companion ? Kind.TAG : null;
        }
        Key key = parts(name);
        return key == null || !sweep.matches(key) ? null : companion ? Kind.COMPANION : Kind.ENTRY;
    }

    /** The key of the entry with this name; null when it is none of ours, or a companion. */
    @Nullable
    Key key(String name) {
        return name.endsWith("}:" + COMPANION) ? null : parts(name);
    }

    private @Nullable Key parts(String name) {
        int open = namespace.length() + 2;
        int colon = name.indexOf(':', open);
        int close = name.lastIndexOf("}:");
        if (!name.startsWith(namespace + ":{") || colon < 0 || close < colon) {
            return null;
        }
        return new Key(name.substring(open, colon), name.substring(colon + 1, close), name.substring(close + 2));
    }

    /** What a key in Redis holds. */
    enum Kind {
        ENTRY,
        COMPANION,
        TAG
    }

    private String slot(Key key) {
        return namespace + ":{" + key.cache() + ":" + key.text() + "}:";
    }

    private String cache(String cache) {
        return literal(namespace) + ":{" + literal(cache) + ":";
    }

    private static String literal(String text) {
        return text.replaceAll("[*?\\[\\]\\\\]", "\\\\$0");
    }
}
