package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.codec.JsonCodecs;
import dev.alacena.cache.engine.Codec;
import dev.alacena.cache.engine.CodecException;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Loader;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.engine.Request;
import dev.alacena.cache.engine.Scheduler;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.View;
import dev.alacena.cache.local.NearCache;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** An application on some servers, under the settings of production, with one cache of texts. */
final class Node implements AutoCloseable {
    private static final RedisStore.Rules RULES =
            new RedisStore.Rules("test", Duration.ofMinutes(1), Duration.ofSeconds(1));

    private final Space space;
    private final Scheduler scheduler = new Scheduler();
    private final Cupboard cupboard;

    Node(Topology topology) {
        this(topology, RedisConnection.Login.NONE);
    }

    Node(Topology topology, RedisConnection.Login login) {
        this(topology, login, new RedisConnection.Times(Duration.ofMillis(100), Duration.ofMillis(200)));
    }

    /** With so much patience that only the state of the servers can be why it goes without them. */
    static Node patient(Topology topology) {
        return new Node(topology, new RedisConnection.Times(Duration.ofSeconds(5), Duration.ofSeconds(5)));
    }

    private Node(Topology topology, RedisConnection.Times times) {
        this(topology, RedisConnection.Login.NONE, times);
    }

    private Node(Topology topology, RedisConnection.Login login, RedisConnection.Times times) {
        this(new RedisConnection(topology, login, 0, times, 4));
    }

    Node(RedisConnection connection) {
        this(
                DeferredStore.of(connection, RULES, System::nanoTime, Runnable::run),
                connection.times().command().plus(connection.times().connect()));
    }

    /** With a store of its own; {@code limit} is how long one command may take. */
    Node(Store store, Duration limit) {
        cupboard = Cupboard.of(
                new Cupboard.Base(
                        store,
                        new NearCache(Duration.ofSeconds(1), System::nanoTime),
                        new RedisBreaker(),
                        Runnable::run),
                new Cupboard.Limits(limit, Duration.ofMinutes(1), Duration.ofMinutes(1)),
                Cupboard.Chance.real(scheduler));
        Policy.Times lives = new Policy.Times(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(1));
        space = new Space(new Policy("users", true, false, 100, lives), codec(), new Counters(), false);
    }

    private static Codec codec() {
        try {
            return new JsonCodecs(1000).of(String.class);
        } catch (CodecException e) {
            throw new IllegalStateException(e);
        }
    }

    Cupboard cupboard() {
        return cupboard;
    }

    Space space() {
        return space;
    }

    Request request(String key, String... tags) {
        return new Request(new Key("users", key, space.codec().fingerprint()), List.of(tags), space, View.FRESH);
    }

    /** The answer of a cached method that would load this value. */
    Object read(Request request, String value) {
        return load(request, () -> value);
    }

    private Object load(Request request, Loader loader) {
        try {
            return cupboard.engine().get(request, loader);
        } catch (Exception e) {
            throw new AssertionError("a call failed", e);
        }
    }

    /** Whether a call with this answer finds it in the cache. */
    boolean hits(Request request, String value) {
        AtomicBoolean loaded = new AtomicBoolean();
        assertThat(load(request, () -> {
                    loaded.set(true);
                    return value;
                }))
                .isEqualTo(value);
        return !loaded.get();
    }

    /** Calls until the cache keeps this answer; no call fails meanwhile. */
    void keep(Request request, String value) {
        Await.until("the cache answers", () -> hits(request, value));
    }

    @Override
    public void close() {
        cupboard.store().close();
        scheduler.close();
    }
}
