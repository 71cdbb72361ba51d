package dev.alacena.cache.engine;

/**
 * Names one entry.
 *
 * @param cache name of the cache
 * @param text the key within the cache, escaped: no braces, and not longer than the plan's limit
 * @param fingerprint of the type of the values, so that two versions of an application do not read each other's bytes
 */
public record Key(String cache, String text, String fingerprint) {
    @Override
    public String toString() {
        return cache + ":" + text;
    }
}
