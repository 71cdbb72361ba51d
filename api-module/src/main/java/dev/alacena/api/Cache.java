package dev.alacena.api;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * One cache, used from code: the same entries, settings and guarantees as the methods annotated with its name.
 *
 * <p>A key of type {@code K} is written as the placeholder of a template is: {@code get(42L)} finds the entry of
 * {@code @Cached(cache = "users", key = "{id}")} called with {@code 42}. Where the template has more than one part, use
 * a {@link CachedMethod}.
 *
 * <p>Entries that carry tags can be read and invalidated here, not stored: code does not know their tags. Storing into
 * such a cache, also by a loader, is an {@link UnsupportedOperationException}.
 *
 * <p>Thread-safe. No method throws because of the state of Redis: reads then answer as for an absent entry, writes do
 * nothing, counted and logged. Arguments are never null, unless noted. Invalidations inside a transaction follow it, as
 * {@link InvalidateCache} says. The stages complete in a thread of the cache: do not block there.
 *
 * @param <K> type of the keys: a number, text, enum, UUID, date, or a record or list of such
 * @param <V> type of the values: whatever JSON can write and restore by its declared type
 */
public interface Cache<K, V> {

    /** The name of the cache. */
    String name();

    /** The value, or empty when there is none. A stored {@code null} is empty too; {@link #contains} tells. */
    Optional<V> get(K key);

    /**
     * The value; on a miss what {@code loader} returns, with everything that {@link Cached} says of a miss. The loader
     * runs in the caller's thread; what it throws reaches the caller and is not stored.
     */
    V get(K key, Function<? super K, ? extends V> loader);

    /** As {@link #get(Object)}, without blocking. */
    CompletionStage<Optional<V>> getAsync(K key);

    /**
     * As {@link #get(Object, Function)}, for a loader that answers later. The loader is called in the caller's thread.
     */
    CompletionStage<V> getAsync(K key, Function<? super K, ? extends CompletionStage<V>> loader);

    /**
     * Stores a value for the time to live of the cache; inside a transaction when that has committed. Loads of the key in
     * flight are void.
     */
    void put(K key, V value);

    /**
     * Stores a value for {@code ttl}.
     *
     * @throws IllegalArgumentException if {@code ttl} is shorter than one millisecond
     */
    void put(K key, V value, Duration ttl);

    /** As {@link #put(Object, Object)}, without blocking. */
    CompletionStage<Void> putAsync(K key, V value);

    /** Whether there is an entry, a stored {@code null} included. */
    boolean contains(K key);

    /** What is left of the time to live of an entry; empty when there is none. */
    Optional<Duration> timeToLive(K key);

    /**
     * Takes an entry out and voids the loads of its key in flight.
     *
     * @return whether there was an entry; false also inside a transaction, where the invalidation happens at its end
     */
    boolean invalidate(K key);

    /** As {@link #invalidate}, without blocking. */
    CompletionStage<Boolean> invalidateAsync(K key);

    /**
     * Takes out the entries whose key begins with this text, in bounded steps; inside a transaction when that has committed.
     *
     * @return how many there were, those that came in meanwhile included; 0 inside a transaction, and when Redis is away
     */
    long invalidatePrefix(String prefix);

    /**
     * Takes out the entries whose key matches a glob of {@code *}, {@code ?} and literal text, as {@link #invalidatePrefix}
     * does.
     *
     * @return how many there were; 0 inside a transaction, and when Redis is away
     */
    long invalidatePattern(String pattern);

    /**
     * Takes out all entries of this cache, as {@link #invalidatePrefix} does.
     *
     * @return how many there were; 0 inside a transaction, and when Redis is away
     */
    long clear();

    /** What happened in this cache on this node since it started. */
    CacheStatistics statistics();
}
