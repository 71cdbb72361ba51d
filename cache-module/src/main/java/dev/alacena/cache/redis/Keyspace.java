package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Sweep;

/**
 * Names in Redis. All keys of one entry share a slot: {@code ns:{cache:key}:fingerprint} holds the value, {@code
 * ns:{cache:key}:w} lease and fences, {@code ns:tag:{tag}} the version of a tag.
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

    String tag(String name) {
        return namespace + ":tag:{" + name + "}";
    }

    /** The glob that finds what a sweep takes out. */
    String glob(Sweep sweep) {
        if (sweep instanceof Sweep.All all) {
            return cache(all.cache()) + "*}:*";
        }
        if (sweep instanceof Sweep.Prefix prefix) {
            return cache(prefix.cache()) + literal(prefix.text()) + "*}:*";
        }
        if (sweep instanceof Sweep.Pattern pattern) {
            return cache(pattern.cache()) + pattern.glob().replaceAll("[\\[\\]]", "\\\\$0") + "}:*";
        }
        return literal(namespace) + ":*";
    }

    boolean isCompanion(String name) {
        return name.endsWith("}:" + COMPANION);
    }

    boolean isTag(String name) {
        return name.startsWith(namespace + ":tag:{");
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
