package dev.alacena.api;

import java.time.Duration;
import java.util.Map;

/**
 * What happened in one cache on this node since it started. All counts are from 0 up and only grow.
 *
 * @param cache the name of the cache
 * @param hits answers from the cache, by level; levels without any are 0
 * @param misses calls without an answer, by reason; reasons without any are 0
 * @param loads loads that returned
 * @param loadFailures loads that threw
 * @param loadTime time spent in loads that returned, added up
 * @param fills values stored
 * @param refusedFills values not stored because the key was invalidated while they were loaded, or is being written
 * @param invalidations keys of this cache invalidated one by one, by this node
 * @param sweeps invalidations of this cache by prefix, by pattern or of all of it, by this node; those by tag concern no
 *     single cache: see {@link NodeStatistics#tagInvalidations}
 * @param faults operations that failed or were left out because of Redis or of a value that cannot be written
 * @param evictions entries that level 1 dropped for want of room
 * @param size entries in level 1, an estimate
 */
public record CacheStatistics(
        String cache,
        Map<CacheLevel, Long> hits,
        Map<MissReason, Long> misses,
        long loads,
        long loadFailures,
        Duration loadTime,
        long fills,
        long refusedFills,
        long invalidations,
        long sweeps,
        long faults,
        long evictions,
        long size) {

    public CacheStatistics {
        hits = Map.copyOf(hits);
        misses = Map.copyOf(misses);
    }

    /** Hits over hits and misses, 0 to 1; 0 before the first call. */
    public double hitRate() {
        long hit = sum(hits);
        long all = hit + sum(misses);
        return all == 0 ? 0 : (double) hit / all;
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
