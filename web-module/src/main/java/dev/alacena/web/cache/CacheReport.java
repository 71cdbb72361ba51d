package dev.alacena.web.cache;

import dev.alacena.api.CacheLevel;
import dev.alacena.api.CacheStatistics;
import dev.alacena.api.MissReason;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** {@link CacheStatistics} as they are served: with the hit rate, and the counts in one order. */
record CacheReport(
        String cache,
        double hitRate,
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

    static CacheReport of(CacheStatistics of) {
        return new CacheReport(
                of.cache(),
                of.hitRate(),
                new TreeMap<>(of.hits()),
                new TreeMap<>(of.misses()),
                of.loads(),
                of.loadFailures(),
                of.loadTime(),
                of.fills(),
                of.refusedFills(),
                of.invalidations(),
                of.sweeps(),
                of.faults(),
                of.evictions(),
                of.size());
    }
}
