package dev.alacena.cache.redis;

import dev.alacena.api.ServerStatistics;
import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Listener;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Sweep;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;

/**
 * Level 2 from when its servers can be reached. A thread of its own connects, until it succeeds; calls wait for its first
 * attempt only. Each attempt makes a new client: one that failed may hold on to a primary that is gone for good. From then
 * on the client reconnects by itself. Thread-safe.
 */
public final class DeferredStore implements Store {
    private static final long PAUSE_MILLIS = 500;
    private static final long LIMIT_SECONDS = 5;

    private final Keyspace keyspace;
    private final Thread connector;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Listener> listeners = new ArrayList<>();
    private volatile CompletableFuture<Store> attempt = new CompletableFuture<>();
    private volatile @Nullable Store reached;

    /** A store that connects to these servers. */
    public static Store of(RedisConnection connection, RedisStore.Rules rules, Clock clock, Executor executor) {
        return new DeferredStore(new Keyspace(rules.namespace()), () -> connect(connection, rules, clock, executor));
    }

    private static Store connect(RedisConnection connection, RedisStore.Rules rules, Clock clock, Executor executor) {
        RedissonClient client = connection.open();
        try {
            RedissonClient hearing = connection.openForHearing();
            return new RedisStore(new RedisStore.Base(client, hearing, clock, executor), rules);
        } catch (RuntimeException e) {
            client.shutdown();
            throw e;
        }
    }

    DeferredStore(Keyspace keyspace, Callable<Store> connect) {
        this.keyspace = keyspace;
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
        if (!attempt.completeExceptionally(cause)) {
            attempt = CompletableFuture.failedFuture(cause);
        }
    }

    private <T> CompletionStage<T> when(Function<Store, CompletionStage<T>> command) {
        Store store = reached;
        return store == null ? attempt.thenCompose(command) : command.apply(store);
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
    public synchronized void listen(Listener listener) {
        listeners.add(listener);
        if (attempt.isDone() && !attempt.isCompletedExceptionally()) {
            attempt.join().listen(listener);
        }
    }

    @Override
    public CompletionStage<?> probe() {
        return when(Store::probe);
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
