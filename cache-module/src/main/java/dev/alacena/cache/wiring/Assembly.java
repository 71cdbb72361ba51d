package dev.alacena.cache.wiring;

import dev.alacena.api.security.SecurityDatabase;
import dev.alacena.api.security.UserSessions;
import dev.alacena.cache.cdi.Hand;
import dev.alacena.cache.cdi.Part;
import dev.alacena.cache.config.Settings;
import dev.alacena.cache.engine.Breaker;
import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.local.MemoryStore;
import dev.alacena.cache.local.NearCache;
import dev.alacena.cache.plan.Plans;
import dev.alacena.cache.plan.Spaces;
import dev.alacena.cache.redis.DeferredStore;
import dev.alacena.cache.redis.RedisBreaker;
import dev.alacena.cache.redis.RedisConnection;
import dev.alacena.cache.redis.RedisStore;
import dev.alacena.cache.security.session.Sessions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Puts the library together when the application starts, and takes it down with it. */
@Part
class Assembly {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    private final AlacenaExtension.Blueprint blueprint;
    private final ExecutorService executor = Executors.newCachedThreadPool(daemons());
    private final SessionParts sessions;
    private final Store store;
    private final Cupboard cupboard;

    @Inject
    public Assembly(AlacenaExtension.Blueprint blueprint) {
        this.blueprint = blueprint;
        Clock clock = System::nanoTime;
        Settings.General general = blueprint.settings().general();
        sessions = SessionParts.of(blueprint.settings(), clock);
        store = blueprint
                .settings()
                .redis()
                .map(redis -> redis(redis, general, clock))
                .orElseGet(() -> new MemoryStore(general.memoryMaxEntries(), general.journal(), clock));
        Duration oneCommand = blueprint
                .settings()
                .redis()
                .map(redis -> redis.times().command().plus(redis.times().connect()))
                .orElse(Duration.ofSeconds(1));
        Breaker breaker = blueprint.settings().redis().isPresent() ? new RedisBreaker() : Breaker.NONE;
        cupboard = Cupboard.of(
                new Cupboard.Base(store, new NearCache(general.maxStaleness(), clock), breaker, executor),
                new Cupboard.Limits(oneCommand, general.fence(), general.journal()),
                Cupboard.Chance.real(),
                blueprint.spaces()::counters);
    }

    /** Begins with the application, not with its first call. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        // learns the server's time in the background, so that level 1 may keep what the first call reads
        executor.execute(store::server);
        LOG.log(Level.INFO, "Alacena caches {0} methods in {1} caches, level 2: {2}", counts());
    }

    private Object[] counts() {
        return new Object[] {
            blueprint.plans().size(),
            blueprint.spaces().all().size(),
            blueprint
                    .settings()
                    .redis()
                    .map(RedisConnection::toString)
                    .orElse("memory of this node only, as alacena.redis.url is not set")
        };
    }

    @Produces
    @Singleton
    Cupboard cupboard() {
        return cupboard;
    }

    @Produces
    @Singleton
    Plans plans() {
        return blueprint.plans();
    }

    @Produces
    @Singleton
    Spaces spaces() {
        return blueprint.spaces();
    }

    /** Made for those who ask for them. */
    @Produces
    @Singleton
    UserSessions sessions(Hand hand, @Any Instance<SecurityDatabase> bean) {
        blueprint.spaces().show(sessions.copies());
        return SecurityDatabases.find(blueprint.settings().securityDatasource(), bean)
                .map(database -> Sessions.keptBy(database, sessions.base(), hand, sessions.copies()))
                .orElseGet(() -> Sessions.keptBy(sessions.withoutDatabase(), sessions.base()));
    }

    @PreDestroy
    void stop() {
        cupboard.recovery().stop();
        executor.shutdownNow();
        store.close();
    }

    private Store redis(RedisConnection redis, Settings.General general, Clock clock) {
        RedisStore.Rules rules = new RedisStore.Rules(general.namespace(), general.journal(), general.maxStaleness());
        return DeferredStore.of(redis, rules, new DeferredStore.Surroundings(clock, executor, sessions.reached()));
    }

    static ThreadFactory daemons() {
        return task -> {
            Thread thread = new Thread(task, "alacena");
            thread.setDaemon(true);
            return thread;
        };
    }
}
