package dev.alacena.cache.config;

import dev.alacena.api.Consistency;
import dev.alacena.cache.address.Proxies;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.engine.Sweep;
import dev.alacena.cache.engine.Throttle;
import dev.alacena.cache.engine.session.SessionRules;
import dev.alacena.cache.plan.LimitPolicies;
import dev.alacena.cache.plan.Policies;
import dev.alacena.cache.plan.Problems;
import dev.alacena.cache.redis.RedisConnection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the library, {@code alacena.*} in MicroProfile Config; {@code docs/configuration.md} lists them.
 * Immutable, but for the configuration behind the caches that code makes later.
 */
public final class Settings implements Policies, LimitPolicies {
    private static final Duration TTL = Duration.ofMinutes(10);
    private static final Duration NULL_TTL = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final long MAX_ENTRIES = 10_000;

    private final Source source;
    private final General general;
    private final Defaults defaults;
    private final Optional<RedisConnection> redis;
    private final Map<String, Integer> replicas = new ConcurrentHashMap<>();
    private final SecuritySettings security;
    private final SessionRules sessions;
    private final LimitSettings limits;
    private final Proxies proxies;

    /**
     * What is set once for all caches.
     *
     * @param enabled whether caches answer and store at all
     * @param namespace first part of all keys
     * @param maxStaleness for how long level 1 may answer without hearing what others invalidate
     * @param fence how long a fence stands when the writer that raised it has died
     * @param journal for how long an invalidation is remembered
     * @param maxValueBytes of one value as JSON
     * @param memoryMaxEntries bound of the store in memory, where there is no Redis
     */
    public record General(
            boolean enabled,
            String namespace,
            Duration maxStaleness,
            Duration fence,
            Duration journal,
            int maxValueBytes,
            long memoryMaxEntries) {}

    public Settings(Config config, Problems problems) {
        this.source = new Source(config, problems);
        this.general = general(source);
        this.defaults = Defaults.of(source);
        this.redis = new RedisSettings(source).connection();
        this.security = SecuritySettings.of(source);
        this.sessions = new SessionSettings(source).rules();
        this.limits = new LimitSettings(source);
        this.proxies = limits.proxies();
        limits.check();
    }

    public General general() {
        return general;
    }

    /** Empty where no server is configured. */
    public Optional<RedisConnection> redis() {
        return redis;
    }

    public SecuritySettings security() {
        return security;
    }

    /** How long sessions live. */
    public SessionRules sessions() {
        return sessions;
    }

    @Override
    public Policy of(String cache, @Nullable Duration ttl, Consistency consistency) {
        Named named = new Named(cache);
        Duration life = named.duration("ttl").or(() -> Optional.ofNullable(ttl)).orElse(defaults.ttl());
        Policy.Times times = new Policy.Times(
                life,
                named.duration("null-ttl").orElse(defaults.nullTtl()),
                named.duration("lease").orElse(defaults.lease()));
        boolean enabled =
                general.enabled() && source.flag(named.name("enabled")).orElse(true);
        replicas.put(cache, replicas(source, named.name("wait-replicas")).orElse(defaults.waitReplicas()));
        long maxEntries =
                source.number(named.name("max-entries"), 1, Integer.MAX_VALUE).orElse(defaults.maxEntries());
        return new Policy(cache, enabled, consistency(named, consistency) == Consistency.BOUNDED, maxEntries, times);
    }

    /**
     * How many replicas have to confirm an invalidation in this cache; where no single one is meant, as many as the most
     * careful one wants.
     */
    @Override
    public int waitReplicas(String cache) {
        return cache.equals(Sweep.EVERY_CACHE)
                ? replicas.values().stream().mapToInt(Integer::intValue).max().orElse(defaults.waitReplicas())
                : replicas.getOrDefault(cache, defaults.waitReplicas());
    }

    private static Optional<Integer> replicas(Source source, String name) {
        return source.number(name, 0, 100).map(Long::intValue);
    }

    /** Whose word is taken for where a request comes from. */
    public Proxies proxies() {
        return proxies;
    }

    @Override
    public Optional<Throttle.Bucket> bucket(String limit, Throttle.@Nullable Bucket annotated) {
        return limits.bucket(limit, annotated);
    }

    @Override
    public Throttle.Delay delay(String limit) {
        return limits.delay(limit);
    }

    private Consistency consistency(Named named, Consistency annotated) {
        return choice(source, named.name("consistency"))
                .or(() -> Optional.of(annotated).filter(said -> said != Consistency.DEFAULT))
                .orElse(defaults.consistency());
    }

    private static Optional<Consistency> choice(Source source, String name) {
        return source.choice(name, Consistency.class, "strict or bounded").filter(said -> said != Consistency.DEFAULT);
    }

    /** What holds for a cache of which nothing is said; read once, so that each mistake is told whoever uses it. */
    private record Defaults(
            Duration ttl,
            Duration nullTtl,
            Duration lease,
            long maxEntries,
            Consistency consistency,
            int waitReplicas) {
        static Defaults of(Source source) {
            return new Defaults(
                    source.duration("alacena.defaults.ttl").orElse(TTL),
                    source.duration("alacena.defaults.null-ttl").orElse(NULL_TTL),
                    source.duration("alacena.defaults.lease").orElse(LEASE),
                    source.number("alacena.defaults.max-entries", 1, Integer.MAX_VALUE)
                            .orElse(MAX_ENTRIES),
                    choice(source, "alacena.defaults.consistency").orElse(Consistency.STRICT),
                    replicas(source, "alacena.defaults.wait-replicas").orElse(0));
        }
    }

    /** The settings of one cache. */
    private final class Named {
        private final String cache;

        Named(String cache) {
            this.cache = cache;
        }

        String name(String property) {
            return "alacena.caches." + cache + "." + property;
        }

        Optional<Duration> duration(String property) {
            return source.duration(name(property));
        }
    }

    private static General general(Source source) {
        return new General(
                source.flag("alacena.enabled").orElse(true),
                source.name("alacena.namespace").orElse("alacena"),
                source.duration("alacena.max-staleness").orElse(Duration.ofSeconds(1)),
                source.duration("alacena.fence").orElse(Duration.ofMinutes(1)),
                source.duration("alacena.journal").orElse(Duration.ofMinutes(1)),
                source.number("alacena.max-value-bytes", 1, Integer.MAX_VALUE)
                        .orElse(4L << 20)
                        .intValue(),
                source.number("alacena.memory.max-entries", 1, Integer.MAX_VALUE)
                        .orElse(100_000L));
    }
}
