package dev.alacena.cache.config;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Finds settings of the library that nothing reads: names with typing mistakes, usually. */
public final class UnknownSettings {
    private static final String ROOT = "alacena.";
    private static final String CACHES = "alacena.caches.";
    private static final Set<String> GENERAL = Set.of(
            "alacena.enabled",
            "alacena.namespace",
            "alacena.max-staleness",
            "alacena.fence",
            "alacena.journal",
            "alacena.max-value-bytes",
            "alacena.memory.max-entries",
            "alacena.security.datasource",
            "alacena.revocations.filter",
            "alacena.revocations.trust-memory",
            "alacena.revocations.longest-token",
            "alacena.revocations.database-timeout",
            "alacena.sessions.idle",
            "alacena.sessions.longest",
            "alacena.sessions.touch-interval",
            "alacena.rate-limits.trusted-proxies",
            "alacena.rate-limits.forwarded-header",
            "alacena.redis.url",
            "alacena.redis.cluster",
            "alacena.redis.sentinels",
            "alacena.redis.master-name",
            "alacena.redis.sentinel-username",
            "alacena.redis.sentinel-password",
            "alacena.redis.sentinel-password-file",
            "alacena.redis.config-file",
            "alacena.redis.username",
            "alacena.redis.password",
            "alacena.redis.password-file",
            "alacena.redis.database",
            "alacena.redis.truststore",
            "alacena.redis.truststore-password",
            "alacena.redis.truststore-password-file",
            "alacena.redis.keystore",
            "alacena.redis.keystore-password",
            "alacena.redis.keystore-password-file",
            "alacena.redis.timeout",
            "alacena.redis.connect-timeout",
            "alacena.redis.pool-size");
    private static final List<String> OF_CACHES =
            List.of("ttl", "null-ttl", "lease", "consistency", "max-entries", "wait-replicas");

    private UnknownSettings() {}

    /** The names, sorted; a cache that code opens later is not known yet. */
    public static List<String> in(Config config, Collection<String> caches) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(ROOT) && !GENERAL.contains(name))
                .filter(name -> OF_CACHES.stream().noneMatch(setting -> name.equals("alacena.defaults." + setting)))
                .filter(name -> !LimitSettings.known(name))
                .filter(name -> caches.stream().noneMatch(cache -> ofCache(name, cache)))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean ofCache(String name, String cache) {
        String prefix = CACHES + cache + ".";
        return name.startsWith(prefix)
                && (OF_CACHES.contains(name.substring(prefix.length())) || name.equals(prefix + "enabled"));
    }
}
