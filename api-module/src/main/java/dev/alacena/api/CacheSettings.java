package dev.alacena.api;

import java.time.Duration;

/**
 * The settings in force for one cache: what the configuration says, where it says nothing what the annotations say, else the
 * defaults. One method may have a time to live of its own.
 *
 * @param cache the name of the cache
 * @param enabled whether it answers and stores; invalidations are sent in any case
 * @param consistency {@link Consistency#STRICT} or {@link Consistency#BOUNDED}
 * @param ttl time to live of an entry
 * @param nullTtl time to live of a stored null
 * @param lease how long a loader owns a key, and how long others wait for it
 * @param maxEntries bound on the entries of level 1, which is used where the consistency is bounded
 * @param waitReplicas how many replicas have to confirm an invalidation
 * @param tagged whether entries carry tags
 */
public record CacheSettings(
        String cache,
        boolean enabled,
        Consistency consistency,
        Duration ttl,
        Duration nullTtl,
        Duration lease,
        long maxEntries,
        int waitReplicas,
        boolean tagged) {}
