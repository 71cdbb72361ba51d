package dev.alacena.cache.cdi;

import dev.alacena.api.CacheStatistics;
import dev.alacena.api.NodeStatistics;
import dev.alacena.api.ServerStatistics;
import dev.alacena.cache.engine.Changes;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.engine.Counters.Event;
import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.Direct;
import dev.alacena.cache.engine.Fence;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Request;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.engine.Sweep;
import dev.alacena.cache.engine.View;
import dev.alacena.cache.engine.Writes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What code that uses caches by hand works with: the engine, and the transaction that it is part of. Thread-safe. */
@Part
public class Hand {
    private final Cupboard cupboard;
    private final Transactions transactions;

    @Inject
    public Hand(Cupboard cupboard, Transactions transactions) {
        this.cupboard = cupboard;
        this.transactions = transactions;
    }

    public Cupboard cupboard() {
        return cupboard;
    }

    Direct direct() {
        return cupboard.direct();
    }

    Executor executor() {
        return cupboard.executor();
    }

    ServerStatistics server() {
        return cupboard.store().server();
    }

    /** A request of the calling thread. */
    public Request request(Space space, String text) {
        Key key = new Key(space.policy().cache(), text, space.codec().fingerprint());
        Request request = new Request(key, List.of(), space, View.FRESH);
        return request.with(transactions.view(request));
    }

    public static Changes changes(Request request) {
        return new Changes(Map.of(request.key(), request.space().counters()), Set.of(), Set.of());
    }

    /** With the transaction, if there is one; else now. Whether it was now. */
    boolean touch(Changes changes, Runnable now) {
        Unit unit = transactions.join();
        if (unit == null) {
            now.run();
        } else {
            unit.touch(changes);
        }
        return unit == null;
    }

    /** Sweeps with the transaction, if there is one; else now. How many entries there were; 0 with a transaction. */
    long sweep(Sweep sweep) {
        AtomicLong entries = new AtomicLong();
        touch(new Changes(Map.of(), Set.of(), Set.of(sweep)), () -> entries.set(direct().sweep(sweep)));
        return entries.get();
    }

    /** Work that changes data, and fails in its own way. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /**
     * Changes data: with the transaction if there is one, else behind a fence around the work.
     *
     * @param before what is touched, as far as that is known before
     * @param after what is touched, as the outcome tells
     */
    public <T, E extends Exception> T change(Changes before, Work<T, E> work, Function<? super T, Changes> after)
            throws E {
        Unit unit = transactions.join();
        if (unit != null) {
            unit.touch(before);
            T outcome = work.run();
            unit.touch(after.apply(outcome));
            return outcome;
        }
        Fence fence = cupboard.writes().writer();
        cupboard.writes().raise(fence, before);
        Changes all = before;
        try {
            T outcome = work.run();
            Changes more = after.apply(outcome);
            cupboard.writes().raise(fence, more);
            all = before.and(more);
            return outcome;
        } finally {
            cupboard.writes().committed(fence, all, Map.of());
        }
    }

    /** Leaves a value with the transaction; false without one. */
    boolean leave(Request request, @Nullable Object value) {
        Unit unit = transactions.join();
        if (unit != null) {
            unit.raise(changes(request));
            Writes.update(request, Map.of(), value).ifPresent(unit::leave);
        }
        return unit != null;
    }

    NodeStatistics node() {
        Counters counters = cupboard.node();
        return new NodeStatistics(
                counters.of(Event.TAG),
                counters.of(Event.SWEEP),
                counters.of(Event.FAULT),
                cupboard.recovery().unanswered(),
                cupboard.recovery().unconfirmed(),
                cupboard.breaker().open(),
                cupboard.near().unheard());
    }

    CacheStatistics statistics(Space space) {
        String cache = space.policy().cache();
        Counters counters = space.counters();
        return new CacheStatistics(
                cache,
                counters.hits(),
                counters.misses(),
                counters.of(Event.LOAD),
                counters.of(Event.LOAD_FAILURE),
                Duration.ofNanos(counters.loadTimes().nanos()),
                counters.of(Event.FILL),
                counters.of(Event.REFUSED_FILL),
                counters.of(Event.INVALIDATION),
                counters.of(Event.SWEEP),
                counters.of(Event.FAULT),
                cupboard.near().evictions(cache),
                cupboard.near().size(cache));
    }
}
