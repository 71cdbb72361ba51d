package dev.alacena.api;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The door for operators: all caches of this application's namespace, by the names that entries have in Redis. Inject it; it
 * is thread-safe and application scoped.
 *
 * <p>A key stands here as {@code cache:key}, such as {@code user-stats:42:days:30}. A pattern is a glob over such keys: {@code *}
 * is any text, {@code ?} one character, everything else itself, {@code [}, {@code ]} and {@code \} too. Nothing outside of the
 * namespace is ever reached, nor what the library itself keeps in it: leases, fences, tags, limits, sessions, revocations.
 *
 * <p>Invalidations do what those of {@link Caches} do: loads in flight are void, level 1 of all nodes follows, and inside a
 * transaction they happen when that has committed. No method throws because of the state of Redis.
 */
public interface CacheAdministration {

    /** The settings in force, one element for each cache, ordered by name. */
    List<CacheSettings> settings();

    /** The settings in force for a cache; empty where there is none of this name. */
    Optional<CacheSettings> settings(String cache);

    /**
     * Entries whose key matches the pattern, ordered by key; {@code limit} at most, and which ones is nobody's choice then.
     * Found in bounded steps: Redis goes on with its work.
     *
     * @return empty when Redis is away
     * @throws IllegalArgumentException if {@code limit} is less than 1
     */
    Optional<List<CachedKey>> keys(String pattern, int limit);

    /**
     * Takes one entry out.
     *
     * @param key as {@link #keys} lists it, or as {@link CachedMethod#key} tells it; of what is neither there is no entry
     */
    Invalidated invalidateKey(String key);

    /**
     * Takes out the entries whose key matches one of these patterns, in bounded steps and in one go: two looks at all keys of
     * Redis, however many patterns there are.
     */
    Invalidated invalidatePatterns(Collection<String> patterns);

    /** Invalidates all entries that carry this tag; how many those are nobody knows. */
    Invalidated invalidateTag(String tag);

    /** Takes out all entries of this application's namespace, in bounded steps. */
    Invalidated clear();
}
