package dev.alacena.api;

import jakarta.enterprise.util.TypeLiteral;
import java.util.List;

/**
 * The programmatic door: all caches of the application. Inject it; it is thread-safe and application scoped.
 */
public interface Caches {

    /**
     * A cache by its name; it is made, with the settings of the configuration, when no method declares it.
     *
     * @throws IllegalArgumentException if the name is not legal (see {@link Cached#cache}), if values of this type
     *     cannot be restored from bytes, or if the cache is in use with another value type
     */
    <K, V> Cache<K, V> get(String name, Class<K> keyType, Class<V> valueType);

    /** As {@link #get(String, Class, Class)}, for generic values: {@code new TypeLiteral<List<User>>() {}}. */
    <K, V> Cache<K, V> get(String name, Class<K> keyType, TypeLiteral<V> valueType);

    /**
     * The entries of a {@link Cached} method.
     *
     * @param bean the bean class, or an interface or superclass of exactly one bean that has such a method
     * @throws IllegalArgumentException if there is no such method, or if it is not annotated with {@link Cached}
     */
    CachedMethod method(Class<?> bean, String name, Class<?>... parameterTypes);

    /** Invalidates all entries, of all caches, that carry this tag. Follows the transaction, if there is one. */
    void invalidateTag(String tag);

    /**
     * Takes out all entries of this application's namespace, in bounded steps; inside a transaction when that has committed.
     *
     * @return how many there were; 0 inside a transaction, and when Redis is away
     */
    long clear();

    /** What happened on this node since it started, one element for each cache, ordered by name. */
    List<CacheStatistics> statistics();

    /** What concerns no single cache, on this node since it started. */
    NodeStatistics node();

    /**
     * Watches what the calling thread finds in the caches from now on: to tell a client in {@code Cache-Status}, or a
     * developer in a test. To be closed by a {@code try}.
     */
    CacheObservation observe();

    /** What the Redis server tells of itself; asks it, within the time-out. */
    ServerStatistics server();
}
