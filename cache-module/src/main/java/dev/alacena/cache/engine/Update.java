package dev.alacena.cache.engine;

/**
 * A value that a write wants to leave in the cache, as it was when the write returned it.
 *
 * @param key of the entry
 * @param value its bytes and its time to live
 */
public record Update(Key key, Store.Value value) {}
