package dev.alacena.cache.wiring;

import dev.alacena.cache.codec.JsonCodecs;
import dev.alacena.cache.config.Settings;
import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Codec;
import dev.alacena.cache.engine.CodecException;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.engine.session.SessionAuthority;
import dev.alacena.cache.engine.session.SessionRow;
import dev.alacena.cache.engine.session.SessionRules;
import dev.alacena.cache.local.MemorySessions;
import dev.alacena.cache.redis.RedisConnection;
import dev.alacena.cache.redis.RedisSessions;
import dev.alacena.cache.security.session.Sessions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.redisson.api.RedissonClient;

/**
 * What sessions are made of.
 *
 * @param base what they go by
 * @param copies the cache of those that a database keeps
 * @param withoutDatabase who keeps them where there is no database
 * @param reached is to be told of the client of Redis
 */
record SessionParts(
        Sessions.Base base, Space copies, SessionAuthority withoutDatabase, Consumer<RedissonClient> reached) {
    private static final String CACHE = "alacena-sessions";

    /** That there is no such session is asked for again after a second. */
    private static final Duration ABSENT = Duration.ofSeconds(1);

    private static final Duration LEASE = Duration.ofSeconds(2);

    static SessionParts of(Settings settings, Clock clock) {
        JsonCodecs codecs = new JsonCodecs(settings.general().maxValueBytes());
        Counters counters = new Counters();
        SessionRules rules = settings.sessions();
        Sessions.Base base = new Sessions.Base(rules, codecs::text, counters, InstantSource.system());
        // a node alone with its memory does not hear what others end
        boolean shared = settings.general().enabled() && settings.redis().isPresent();
        Space copies = new Space(policy(rules, shared), codec(codecs), counters, false);
        return settings.redis()
                .map(redis -> inRedis(redis, settings, clock))
                .map(redis -> new SessionParts(base, copies, redis, redis::reached))
                .orElseGet(() -> new SessionParts(base, copies, inMemory(settings, base), client -> {}));
    }

    /** Of level 2 alone; what a failover brings back, and what a node that is cut off could not take out, ends soon. */
    private static Policy policy(SessionRules rules, boolean enabled) {
        return new Policy(CACHE, enabled, false, 1, new Policy.Times(rules.touchInterval(), ABSENT, LEASE));
    }

    private static Codec codec(JsonCodecs codecs) {
        try {
            return codecs.of(SessionRow.class);
        } catch (CodecException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RedisSessions inRedis(RedisConnection redis, Settings settings, Clock clock) {
        Duration limit = redis.times().command().plus(redis.times().connect());
        return new RedisSessions(settings.general().namespace(), settings.sessions(), limit, clock);
    }

    private static SessionAuthority inMemory(Settings settings, Sessions.Base base) {
        return new MemorySessions(settings.general().memoryMaxEntries(), base.rules(), base.clock());
    }
}
