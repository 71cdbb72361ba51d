package dev.alacena.api;

import java.time.Duration;

/**
 * An entry as operators see it: never its value.
 *
 * @param cache the name of the cache
 * @param key {@code cache:key}; a key longer than 256 characters stands with its first 64 and a hash of all of it
 * @param timeToLive what is left of its time to live
 * @param bytes of the stored value; of one of them, where versions of the application each have their own
 */
public record CachedKey(String cache, String key, Duration timeToLive, long bytes) {}
