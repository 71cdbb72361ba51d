package dev.alacena.web.cache;

import dev.alacena.api.CacheAdministration;
import dev.alacena.api.CacheSettings;
import dev.alacena.api.CacheStatistics;
import dev.alacena.api.Consistency;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A cache: the settings in force, and what happened in it on this node. */
record CacheDetail(String cache, Settings settings, CacheReport statistics) {

    /** {@link CacheSettings} as they are served. */
    record Settings(
            boolean enabled,
            Consistency consistency,
            Duration ttl,
            Duration nullTtl,
            Duration lease,
            long maxEntries,
            int waitReplicas,
            boolean tagged) {

        static Settings of(CacheSettings of) {
            return new Settings(
                    of.enabled(),
                    of.consistency(),
                    of.ttl(),
                    of.nullTtl(),
                    of.lease(),
                    of.maxEntries(),
                    of.waitReplicas(),
                    of.tagged());
        }
    }

    /** Of each cache that has statistics, in their order. */
    static Stream<CacheDetail> of(List<CacheStatistics> statistics, CacheAdministration administration) {
        return statistics.stream().flatMap(one -> administration.settings(one.cache()).stream()
                .map(settings -> new CacheDetail(one.cache(), Settings.of(settings), CacheReport.of(one))));
    }
}
