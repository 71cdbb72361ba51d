package dev.alacena.cache.cdi;

import dev.alacena.api.Cache;
import dev.alacena.api.CacheStatistics;
import dev.alacena.cache.engine.Direct;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.engine.Request;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.engine.Sweep;
import dev.alacena.cache.plan.KeyText;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One cache, used from code. Thread-safe. The type of the values is checked when it is opened. */
final class OpenCache<K, V> implements Cache<K, V> {
    private final Space space;
    private final Hand hand;

    OpenCache(Space space, Hand hand) {
        this.space = space;
        this.hand = hand;
    }

    @Override
    public String name() {
        return space.policy().cache();
    }

    @Override
    public Optional<V> get(K key) {
        return value(request(key));
    }

    @Override
    public V get(K key, Function<? super K, ? extends V> loader) {
        try {
            return typed(hand.cupboard().engine().get(filling(key), () -> loader.apply(key)));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a function threw a checked exception", e);
        }
    }

    @Override
    public CompletionStage<Optional<V>> getAsync(K key) {
        Request request = request(key);
        return CompletableFuture.supplyAsync(() -> value(request), hand.executor());
    }

    @Override
    public CompletionStage<V> getAsync(K key, Function<? super K, ? extends CompletionStage<V>> loader) {
        try {
            return hand.cupboard()
                    .async()
                    .get(filling(key), () -> loader.apply(key).thenApply(Function.identity()))
                    .thenApply(this::typed);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            return CompletableFuture.failedStage(e);
        }
    }

    @Override
    public void put(K key, V value) {
        put(space.policy(), key, value);
    }

    @Override
    public void put(K key, V value, Duration ttl) {
        if (ttl.toMillis() < 1) {
            throw new IllegalArgumentException("a time to live of %s is shorter than one millisecond".formatted(ttl));
        }
        put(space.policy().withTtl(ttl), key, value);
    }

    @Override
    public CompletionStage<Void> putAsync(K key, V value) {
        Request write = write(space.policy(), key, value);
        return hand.leave(write, value)
                ? CompletableFuture.completedStage(null)
                : hand.direct().put(write, value);
    }

    @Override
    public boolean contains(K key) {
        return hand.direct().get(request(key)).isPresent();
    }

    @Override
    public Optional<Duration> timeToLive(K key) {
        Request request = request(key);
        return hand.direct().get(request).flatMap(present -> hand.direct().remaining(request));
    }

    @Override
    public boolean invalidate(K key) {
        Request request = request(key);
        AtomicBoolean existed = new AtomicBoolean();
        hand.touch(Hand.changes(request), () -> existed.set(hand.direct().take(request)));
        return existed.get();
    }

    @Override
    public CompletionStage<Boolean> invalidateAsync(K key) {
        Request request = request(key);
        CompletableFuture<Boolean> existed = new CompletableFuture<>();
        boolean now = hand.touch(
                Hand.changes(request), () -> hand.direct().invalidate(request).thenAccept(existed::complete));
        return now ? existed : CompletableFuture.completedStage(false);
    }

    @Override
    public long invalidatePrefix(String prefix) {
        return hand.sweep(new Sweep.Prefix(name(), prefix));
    }

    @Override
    public long invalidatePattern(String pattern) {
        return hand.sweep(new Sweep.Pattern(name(), pattern));
    }

    @Override
    public long clear() {
        return hand.sweep(new Sweep.All(name()));
    }

    @Override
    public CacheStatistics statistics() {
        return hand.statistics(space);
    }

    private void put(Policy policy, K key, V value) {
        Request write = write(policy, key, value);
        if (!hand.leave(write, value)) {
            hand.direct().store(write, value);
        }
    }

    private Request write(Policy policy, K key, V value) {
        Objects.requireNonNull(value, "value");
        Request request = filling(key);
        return new Request(request.key(), request.tags(), space.with(policy), request.view());
    }

    /** A request that may store: code does not know the tags that an entry would have to carry. */
    private Request filling(K key) {
        if (space.tagged()) {
            throw new UnsupportedOperationException(
                    "the entries of cache %s carry tags: only its @Cached and @UpdateCache methods can fill it"
                            .formatted(name()));
        }
        return request(key);
    }

    private Optional<V> value(Request request) {
        return hand.direct().get(request).map(Direct.Present::value).map(this::typed);
    }

    private Request request(K key) {
        return hand.request(space, KeyText.of(Objects.requireNonNull(key, "key")));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the codec restores values of this type; a loader may return null
    private V typed(@Nullable Object value) {
        return (V) value;
    }
}
