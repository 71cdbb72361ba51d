package dev.alacena.cache.redis;

import dev.alacena.api.ServerStatistics;
import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Listener;
import dev.alacena.cache.engine.RevocationCopy;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Sweep;
import dev.alacena.cache.engine.Throttle;
import dev.alacena.cache.engine.event.EventStore;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;

/**
 * Level 2 from when its servers can be reached. A thread of its own connects, until it succeeds; calls wait for its first
 * attempt only, and not longer than for an answer: what its caller has given up is not sent late. Each attempt makes a new
 * client: one that failed may hold on to a primary that is gone for good. From then on the client reconnects by itself.
 * Thread-safe.
 */
public final class DeferredStore implements Store {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");
    private static final long PAUSE_MILLIS = 500;
    private static final long LIMIT_SECONDS = 5;

    private final Keyspace keyspace;
    private final Duration patience;
    private final Thread connector;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Listener> listeners = new ArrayList<>();
    private String said = "";
    private volatile CompletableFuture<Store> attempt = new CompletableFuture<>();
    private volatile @Nullable Store reached;

    /** A store that connects to these servers. */
    public static DeferredStore of(RedisConnection connection, RedisStore.Rules rules, Clock clock, Executor executor) {
        return of(connection, rules, new Surroundings(clock, executor, client -> {}));
    }

    /**
     * What a store needs besides its servers.
     *
     * @param clock monotonic
     * @param executor for what takes longer than one command
     * @param reached is told of the client, as soon as there is one that is connected
     */
    public record Surroundings(Clock clock, Executor executor, Consumer<RedissonClient> reached) {}

    /** A store that connects to these servers, and shares its client. */
    public static DeferredStore of(RedisConnection connection, RedisStore.Rules rules, Surroundings around) {
        RedisConnection.Times times = connection.times();
        return new DeferredStore(
                new Keyspace(rules.namespace()),
                times.command().plus(times.connect()),
                () -> connect(connection, rules, around));
    }

    private static Store connect(RedisConnection connection, RedisStore.Rules rules, Surroundings around) {
        RedissonClient client = connection.open();
        try {
            RedissonClient hearing = connection.openForHearing();
            around.reached().accept(client);
            return new RedisStore(new RedisStore.Base(client, hearing, around.clock(), around.executor()), rules);
        } catch (RuntimeException e) {
            client.shutdown();
            throw e;
        }
    }

    DeferredStore(Keyspace keyspace, Duration patience, Callable<Store> connect) {
        this.keyspace = keyspace;
        this.patience = patience;
        this.connector = new Thread(() -> insist(connect), "alacena-connect");
        connector.setDaemon(true);
        connector.start();
    }

    private void insist(Callable<Store> connect) {
        try {
            do {
                try {
                    reached(connect.call());
                    return;
                } catch (Exception e) {
                    failed(e);
                }
            } while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void reached(Store store) {
        if (closed.getCount() == 0) {
            store.close();
            return;
        }
        listeners.forEach(store::listen);
        reached = store;
        if (!attempt.complete(store)) {
            attempt = CompletableFuture.completedFuture(store);
        }
    }

    /** The innermost cause says what is wrong: refused, no such host, a wrong password. */
    private void failed(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason = Reason.of(cause);
        if (!reason.equals(said)) {
            said = reason;
            LOG.log(Level.WARNING, "Redis cannot be reached, and is tried again and again: {0}", reason);
        }
        if (!attempt.completeExceptionally(cause)) {
            attempt = CompletableFuture.failedFuture(cause);
        }
    }

    /** Limits that are counted on the same servers, from when they can be reached. */
    public Throttle throttle() {
        return new DeferredThrottle(() -> attempt.thenApply(store -> ((RedisStore) store).throttle()));
    }

    /** Events that are kept on the same servers, from when they can be reached. */
    public EventStore events() {
        return new DeferredEvents(() -> attempt.thenApply(store -> ((RedisStore) store).events()));
    }

    private <T> CompletionStage<T> when(Function<Store, CompletionStage<T>> command) {
        Store store = reached;
        return store == null ? soon(command) : command.apply(store);
    }

    private <T> CompletionStage<T> soon(Function<Store, CompletionStage<T>> command) {
        CompletableFuture<Store> now = attempt;
        if (now.isDone()) {
            return now.thenCompose(command);
        }
        long asked = System.nanoTime();
        return now.thenCompose(store -> System.nanoTime() - asked >= patience.toNanos()
                ? CompletableFuture.failedStage(new TimeoutException())
                : command.apply(store));
    }

    @Override
    public CompletionStage<Found> read(Key key, Collection<String> tags) {
        return when(store -> store.read(key, tags));
    }

    @Override
    public CompletionStage<Claim> claim(Key key, Lease lease) {
        return when(store -> store.claim(key, lease));
    }

    @Override
    public CompletionStage<Boolean> fill(Key key, String token, Value value) {
        return when(store -> store.fill(key, token, value));
    }

    @Override
    public CompletionStage<Boolean> abandon(Key key, String token) {
        return when(store -> store.abandon(key, token));
    }

    @Override
    public CompletionStage<Boolean> put(Key key, Value value) {
        return when(store -> store.put(key, value));
    }

    @Override
    public CompletionStage<Boolean> invalidate(Key key) {
        return when(store -> store.invalidate(key));
    }

    @Override
    public CompletionStage<Boolean> raise(Key key, String fence, Duration ttl, boolean again) {
        return when(store -> store.raise(key, fence, ttl, again));
    }

    @Override
    public CompletionStage<Boolean> lower(Key key, String fence, @Nullable Value value) {
        return when(store -> store.lower(key, fence, value));
    }

    @Override
    public CompletionStage<Optional<Duration>> remaining(Key key) {
        return when(store -> store.remaining(key));
    }

    @Override
    public CompletionStage<Map<String, Long>> tags(Collection<String> tags, Duration ttl, Duration age) {
        return when(store -> store.tags(tags, ttl, age));
    }

    @Override
    public CompletionStage<Void> invalidateTags(List<String> tags) {
        return when(store -> store.invalidateTags(tags));
    }

    @Override
    public CompletionStage<Boolean> raiseTag(String tag, String fence, Duration ttl) {
        return when(store -> store.raiseTag(tag, fence, ttl));
    }

    @Override
    public CompletionStage<Boolean> lowerTag(String tag, String fence) {
        return when(store -> store.lowerTag(tag, fence));
    }

    @Override
    public CompletionStage<Long> sweep(Sweep sweep) {
        return when(store -> store.sweep(sweep));
    }

    @Override
    public CompletionStage<List<Listed>> list(Sweep.Names names, int limit) {
        return when(store -> store.list(names, limit));
    }

    @Override
    public CompletionStage<Void> raiseSweep(Sweep sweep, String fence, Duration ttl) {
        return when(store -> store.raiseSweep(sweep, fence, ttl));
    }

    @Override
    public CompletionStage<Void> lowerSweep(Sweep sweep, String fence) {
        return when(store -> store.lowerSweep(sweep, fence));
    }

    @Override
    public synchronized void listen(Listener listener) {
        listeners.add(listener);
        if (attempt.isDone() && !attempt.isCompletedExceptionally()) {
            attempt.join().listen(listener);
        }
    }

    @Override
    public CompletionStage<?> probe() {
        return when(store -> store.probe().thenApply(answer -> answer));
    }

    @Override
    public RevocationCopy revocations() {
        return new DeferredRevocations(() -> attempt.thenApply(Store::revocations));
    }

    @Override
    public ServerStatistics server() {
        try {
            return attempt.get(LIMIT_SECONDS, TimeUnit.SECONDS).server();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ServerStatistics.silent(true);
        } catch (ExecutionException | TimeoutException e) {
            return ServerStatistics.silent(true);
        }
    }

    @Override
    public String name(Key key) {
        return keyspace.entry(key);
    }

    @Override
    public Optional<Key> key(String name) {
        return Optional.ofNullable(keyspace.key(name));
    }

    @Override
    public void close() {
        synchronized (this) {
            closed.countDown();
        }
        try {
            connector.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!attempt.completeExceptionally(new IllegalStateException("closed"))
                && !attempt.isCompletedExceptionally()) {
            attempt.join().close();
        }
    }
}
