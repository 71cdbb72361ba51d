package dev.alacena.cache.wiring;

import dev.alacena.api.security.SecurityDatabase;
import dev.alacena.api.security.UserSessions;
import dev.alacena.cache.address.Proxies;
import dev.alacena.cache.cdi.Hand;
import dev.alacena.cache.cdi.Part;
import dev.alacena.cache.config.Settings;
import dev.alacena.cache.engine.Breaker;
import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Scheduler;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Throttle;
import dev.alacena.cache.engine.Throttling;
import dev.alacena.cache.engine.event.EventHub;
import dev.alacena.cache.engine.event.EventStore;
import dev.alacena.cache.local.MemoryEvents;
import dev.alacena.cache.local.MemoryStore;
import dev.alacena.cache.local.NearCache;
import dev.alacena.cache.plan.Limits;
import dev.alacena.cache.plan.Plans;
import dev.alacena.cache.plan.Spaces;
import dev.alacena.cache.redis.DeferredStore;
import dev.alacena.cache.redis.RedisBreaker;
import dev.alacena.cache.redis.RedisConnection;
import dev.alacena.cache.redis.RedisStore;
import dev.alacena.cache.redis.Replicas;
import dev.alacena.cache.security.session.Sessions;
import dev.alacena.cache.throttle.LocalThrottle;
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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Puts the library together when the application starts, and takes it down with it. */
@Part
class Assembly {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");
    private static final long IDLE_SECONDS = 60;

    /** Users and addresses that one node counts by itself. */
    private static final long LIMITED = 100_000;

    /** How much later an application may start whose servers do not answer. */
    private static final Duration START = Duration.ofSeconds(1);

    private final AlacenaExtension.Blueprint blueprint;
    private final ExecutorService executor = threads();
    private final Scheduler scheduler = new Scheduler();
    private final SessionParts sessions;
    private final Store store;
    private final Cupboard cupboard;
    private final Throttling throttling;
    private final EventHub events;

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
                Cupboard.Chance.real(scheduler),
                blueprint.spaces()::counters);
        throttling = throttling(clock);
        events = new EventHub(events(), scheduler, executor, oneCommand);
    }

    /** Without Redis numbers begin anew with the node, above those that it may have given. */
    private EventStore events() {
        return store instanceof DeferredStore redis
                ? redis.events()
                : new MemoryEvents(TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis()));
    }

    private Throttling throttling(Clock clock) {
        Throttle local = new LocalThrottle(LIMITED, clock);
        Throttle shared = store instanceof DeferredStore redis ? redis.throttle() : local;
        Duration oneCommand = blueprint
                .settings()
                .redis()
                .map(redis -> redis.times().command())
                .orElse(Duration.ofSeconds(1));
        return new Throttling(shared, local, cupboard.link(), oneCommand);
    }

    /**
     * Begins with the application, not with its first call: connecting and loading the client's classes takes longer than a
     * command may. Without a server the application starts all the same.
     */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        scheduler
                .bounded(CompletableFuture.runAsync(this::warmUp, executor), START)
                .exceptionally(late -> null)
                .toCompletableFuture()
                .join();
        LOG.log(Level.INFO, "Alacena caches {0} methods in {1} caches, level 2: {2}", counts());
    }

    /** Learns the server's time, so that level 1 may keep what the first call reads, then reads and runs a script. */
    private void warmUp() {
        if (store.server().connected()) {
            Key nothing = new Key("", "", "");
            store.read(nothing, List.of())
                    .thenCompose(found -> store.abandon(nothing, ""))
                    .exceptionally(failure -> false)
                    .toCompletableFuture()
                    .join();
        }
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
        return SecurityDatabases.find(blueprint.settings().security().dataSource(), bean)
                .map(database -> Sessions.keptBy(database, sessions.base(), hand, sessions.copies()))
                .orElseGet(() -> Sessions.keptBy(sessions.withoutDatabase(), sessions.base()));
    }

    @Produces
    @Singleton
    Limits limits() {
        return blueprint.limits();
    }

    @Produces
    @Singleton
    Proxies proxies() {
        return blueprint.settings().proxies();
    }

    @Produces
    @Singleton
    Throttling throttling() {
        return throttling;
    }

    @Produces
    @Singleton
    EventHub eventHub() {
        return events;
    }

    @PreDestroy
    void stop() {
        events.close();
        cupboard.recovery().stop();
        executor.shutdownNow();
        store.close();
        scheduler.close();
    }

    private Store redis(RedisConnection redis, Settings.General general, Clock clock) {
        RedisStore.Rules rules = new RedisStore.Rules(
                general.namespace(),
                general.journal(),
                general.maxStaleness(),
                new Replicas(blueprint.settings()::waitReplicas, redis.times().command()));
        return DeferredStore.of(redis, rules, new DeferredStore.Surroundings(clock, executor, sessions.reached()));
    }

    /** What comes after the end is done by whoever brings it: callers that still wait get what was loaded for them. */
    private static ExecutorService threads() {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Assembly::daemon,
                (task, closed) -> task.run());
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "alacena");
        thread.setDaemon(true);
        return thread;
    }
}
