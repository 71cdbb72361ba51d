package dev.alacena.cache.security.session;

import dev.alacena.api.security.SecurityDatabase;
import dev.alacena.api.security.UserSessions;
import dev.alacena.cache.cdi.Hand;
import dev.alacena.cache.cdi.Hands;
import dev.alacena.cache.codec.JsonCodecs;
import dev.alacena.cache.engine.CodecException;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.engine.Scheduler;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.engine.session.SessionRow;
import dev.alacena.cache.engine.session.SessionRules;
import dev.alacena.cache.local.NearCache;
import dev.alacena.cache.redis.DeferredStore;
import dev.alacena.cache.redis.RedisBreaker;
import dev.alacena.cache.redis.RedisConnection;
import dev.alacena.cache.redis.RedisConnection.Login;
import dev.alacena.cache.redis.RedisSessions;
import dev.alacena.cache.redis.RedisStore;
import dev.alacena.cache.redis.Replicas;
import dev.alacena.cache.redis.Topology;
import java.time.Duration;
import java.time.InstantSource;

/** One node of an application on a real Redis, with the settings of production and a clock of the test. */
final class Site implements AutoCloseable {
    static final SessionRules RULES =
            new SessionRules(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofMinutes(1));

    private static final JsonCodecs CODECS = new JsonCodecs(10_000);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RedisSessions redisSessions;
    private final Cupboard cupboard;
    private final Hand hand;
    private final Sessions.Base base;
    private final Space copies;

    Site(Topology servers, InstantSource clock) {
        this(servers, Login.NONE, clock);
    }

    Site(Topology servers, Login login, InstantSource clock) {
        base = base(clock);
        redisSessions = new RedisSessions("test", RULES, Duration.ofSeconds(15), System::nanoTime);
        RedisConnection connection = new RedisConnection(
                servers, login, 0, new RedisConnection.Times(Duration.ofMillis(500), Duration.ofMillis(500)), 4);
        cupboard = Cupboard.of(
                new Cupboard.Base(
                        DeferredStore.of(
                                connection,
                                new RedisStore.Rules("test", MINUTE, Duration.ofSeconds(1), Replicas.NONE),
                                new DeferredStore.Surroundings(
                                        System::nanoTime, Runnable::run, redisSessions::reached)),
                        new NearCache(Duration.ofSeconds(1), System::nanoTime),
                        new RedisBreaker(),
                        Runnable::run),
                new Cupboard.Limits(Duration.ofSeconds(1), MINUTE, MINUTE),
                Cupboard.Chance.real(new Scheduler()));
        hand = Hands.of(cupboard);
        copies = copies(true, base.counters());
    }

    /** What the sessions of a node go by. */
    static Sessions.Base base(InstantSource clock) {
        return new Sessions.Base(RULES, CODECS::text, new Counters(), clock);
    }

    static Space copies(boolean enabled, Counters counters) {
        try {
            Policy.Times times = new Policy.Times(RULES.touchInterval(), Duration.ofSeconds(1), Duration.ofSeconds(2));
            Policy policy = new Policy("alacena-sessions", enabled, false, 1, times);
            return new Space(policy, CODECS.of(SessionRow.class), counters, false);
        } catch (CodecException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sessions that Redis keeps. */
    UserSessions inRedis() {
        return Sessions.keptBy(redisSessions, base);
    }

    /** Sessions that a database keeps, with copies in Redis. */
    UserSessions in(SecurityDatabase database) {
        return Sessions.keptBy(database, base, hand, copies);
    }

    Counters counters() {
        return base.counters();
    }

    @Override
    public void close() {
        cupboard.recovery().stop();
        cupboard.store().close();
    }
}
