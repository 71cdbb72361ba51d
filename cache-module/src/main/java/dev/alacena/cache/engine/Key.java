package dev.alacena.cache.engine;

/**
 * Names one entry.
 *
 * @param cache name of the cache
 * @param text the key within the cache, escaped: no braces, and not longer than the plan's limit
 * @param fingerprint of the type of the values, so that two versions of an application do not read each other's bytes
 */
public record Key(String cache, String text, String fingerprint) {
    /** What the names of the library's own caches begin with. */
    public static final String OWN = "alacena-";

    /** Stands for the fingerprint where a key is meant whatever its format. */
    public static final String ANY_FORMAT = "";

    /** Whether it belongs to the application, and not to the library. */
    boolean ofApplication() {
        return !cache.isEmpty() && !cache.startsWith(OWN);
    }

    @Override
    public String toString() {
        return cache + ":" + text;
    }
}
