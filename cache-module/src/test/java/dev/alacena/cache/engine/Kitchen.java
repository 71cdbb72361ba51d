package dev.alacena.cache.engine;

import dev.alacena.cache.codec.JsonCodecs;
import dev.alacena.cache.local.MemoryStore;
import dev.alacena.cache.local.NearCache;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** An engine over a store in memory, with time, tokens and pauses that a test scripts. */
final class Kitchen {
    static final Duration TTL = Duration.ofMinutes(10);
    static final Duration NULL_TTL = Duration.ofMinutes(1);
    static final Duration LEASE = Duration.ofSeconds(10);
    static final Duration STALENESS = Duration.ofSeconds(1);
    static final Duration FENCE = Duration.ofMinutes(1);
    static final Duration JOURNAL = Duration.ofMinutes(1);

    final FakeTime time;
    final Store store;
    final Cupboard cupboard;
    final Queue<Runnable> later = new ConcurrentLinkedQueue<>();
    private final AtomicLong tokens;

    private Kitchen(Store store, FakeTime time, AtomicLong tokens, Breaker breaker) {
        this.time = time;
        this.store = store;
        this.tokens = tokens;
        this.cupboard = Cupboard.of(
                new Cupboard.Base(store, new NearCache(STALENESS, time), breaker, Runnable::run),
                new Cupboard.Limits(Duration.ofSeconds(5), FENCE, JOURNAL),
                new Cupboard.Chance(
                        time,
                        nanos -> pause(time, nanos),
                        (after, action) -> order(action),
                        () -> "token" + tokens.incrementAndGet()));
    }

    private Runnable order(Runnable action) {
        later.add(action);
        return () -> later.remove(action);
    }

    static Kitchen open() {
        return open(UnaryOperator.identity());
    }

    /** With something between the engine and its store. */
    static Kitchen open(UnaryOperator<Store> between) {
        return open(between, new FakeTime());
    }

    static Kitchen open(UnaryOperator<Store> between, FakeTime time) {
        return open(between, time, Breaker.NONE);
    }

    static Kitchen open(UnaryOperator<Store> between, FakeTime time, Breaker breaker) {
        return new Kitchen(between.apply(new MemoryStore(10_000, JOURNAL, time)), time, new AtomicLong(), breaker);
    }

    /** A thousandth of it: threads that work meanwhile are not to lose their leases to one that waits. */
    private static void pause(FakeTime time, long nanos) {
        Thread.onSpinWait();
        time.pass(Duration.ofNanos(nanos / 1000));
    }

    /** Another node on the same store. */
    Kitchen secondNode() {
        return new Kitchen(store, time, tokens, Breaker.NONE);
    }

    Engine engine() {
        return cupboard.engine();
    }

    Writes writes() {
        return cupboard.writes();
    }

    static Space space(Type type, boolean near) {
        try {
            Policy policy = new Policy("users", true, near, 1000, new Policy.Times(TTL, NULL_TTL, LEASE));
            return new Space(policy, new JsonCodecs(1 << 20).of(type), new Counters(), false);
        } catch (CodecException e) {
            throw new AssertionError(e);
        }
    }

    static Request request(Space space, String text, String... tags) {
        return new Request(new Key("users", text, space.codec().fingerprint()), List.of(tags), space, View.FRESH);
    }

    static Changes keys(Request request) {
        return new Changes(Map.of(request.key(), request.space().counters()), Set.of(), Set.of());
    }

    static Changes tags(String... tags) {
        return new Changes(Map.of(), Set.of(tags), Set.of());
    }

    /** A whole write without a transaction around it. */
    void write(Changes changes, Runnable change) {
        Fence fence = writes().writer();
        writes().raise(fence, changes);
        change.run();
        writes().committed(fence, changes, Map.of());
    }
}
