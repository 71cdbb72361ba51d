package dev.alacena.cache.wiring;

import dev.alacena.cache.cdi.Part;
import dev.alacena.cache.config.Settings;
import dev.alacena.cache.engine.Breaker;
import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.local.MemoryStore;
import dev.alacena.cache.local.NearCache;
import dev.alacena.cache.plan.Plans;
import dev.alacena.cache.plan.Spaces;
import dev.alacena.cache.redis.DeferredStore;
import dev.alacena.cache.redis.RedisBreaker;
import dev.alacena.cache.redis.RedisConnection;
import dev.alacena.cache.redis.RedisStore;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Puts the library together when the application starts, and takes it down with it. */
@Part
class Assembly {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    /** How much later an application may start whose servers do not answer. */
    private static final Duration START = Duration.ofSeconds(1);

    private final AlacenaExtension.Blueprint blueprint;
    private final ExecutorService executor = Executors.newCachedThreadPool(daemons());
    private final Store store;
    private final Cupboard cupboard;

    @Inject
    public Assembly(AlacenaExtension.Blueprint blueprint) {
        this.blueprint = blueprint;
        Clock clock = System::nanoTime;
        Settings.General general = blueprint.settings().general();
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

    /**
     * Begins with the application, not with its first call: connecting and loading the client's classes takes longer than a
     * command may. Without a server the application starts all the same.
     */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        CompletableFuture.runAsync(this::warmUp, executor)
                .completeOnTimeout(null, START.toMillis(), TimeUnit.MILLISECONDS)
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

    @PreDestroy
    void stop() {
        cupboard.recovery().stop();
        executor.shutdownNow();
        store.close();
    }

    private Store redis(RedisConnection redis, Settings.General general, Clock clock) {
        RedisStore.Rules rules = new RedisStore.Rules(general.namespace(), general.journal(), general.maxStaleness());
        return DeferredStore.of(redis, rules, clock, executor);
    }

    private static ThreadFactory daemons() {
        return task -> {
            Thread thread = new Thread(task, "alacena");
            thread.setDaemon(true);
            return thread;
        };
    }
}
