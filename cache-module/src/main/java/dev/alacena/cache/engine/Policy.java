package dev.alacena.cache.engine;

import java.time.Duration;

/**
 * The settings in force for one cache.
 *
 * @param cache name of the cache
 * @param enabled whether it answers and stores; invalidations are sent in any case
 * @param near whether level 1 may answer
 * @param maxEntries bound on the entries of level 1, at least 1
 * @param times its durations
 */
public record Policy(String cache, boolean enabled, boolean near, long maxEntries, Times times) {

    /**
     * The durations of a cache, each at least one millisecond.
     *
     * @param ttl time to live of an entry
     * @param nullTtl time to live of a stored null; {@code ttl} if that is shorter
     * @param lease how long a loader owns a key, and how long others wait for it
     */
    public record Times(Duration ttl, Duration nullTtl, Duration lease) {
        public Times {
            nullTtl = nullTtl.compareTo(ttl) > 0 ? ttl : nullTtl;
        }
    }

    /** The same policy with another time to live. */
    public Policy withTtl(Duration ttl) {
        return new Policy(cache, enabled, near, maxEntries, new Times(ttl, times.nullTtl(), times.lease()));
    }

    /** The time to live of an entry with this value. */
    Duration ttlOf(Entry entry) {
        return entry.value() == null ? times.nullTtl() : times.ttl();
    }
}
