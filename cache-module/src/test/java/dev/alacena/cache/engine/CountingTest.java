package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Counters.Event;
import dev.alacena.cache.local.MemoryStore;
import dev.alacena.cache.local.NearCache;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where what becomes of entries is counted, and how often. */
class CountingTest {
    private final Switched link = new Switched();
    private final FakeTime time = new FakeTime();
    private final Space space = Kitchen.space(String.class, false);
    private final Counters users = space.counters();
    private final Request request = Kitchen.request(space, "42");
    private final Cupboard cupboard = Cupboard.of(
            new Cupboard.Base(
                    link.between(new MemoryStore(100, Kitchen.JOURNAL, time)),
                    new NearCache(Kitchen.STALENESS, time),
                    link,
                    Runnable::run),
            new Cupboard.Limits(Duration.ofSeconds(5), Kitchen.FENCE, Kitchen.JOURNAL),
            Cupboard.Chance.real(new Scheduler()),
            cache -> cache.equals("users") ? Optional.of(users) : Optional.empty());
    private final Counters node = cupboard.node();
    private final Writes writes = cupboard.writes();
    private final Changes all = new Changes(
            Map.of(request.key(), users), Set.of("one", "two"), Set.of(new Sweep.All("users"), new Sweep.Everything()));

    private Map<Key, Update> update(String value) {
        return Writes.update(request, Map.of(), value)
                .map(one -> Map.of(one.key(), one))
                .orElseThrow();
    }

    @Test
    void aWriteCountsEachOfItsInvalidationsOnceHoweverOftenItsFenceWasRaised() {
        Fence fence = writes.writer();
        writes.raise(fence, Kitchen.keys(request));
        writes.raise(fence, all);
        writes.committed(fence, all, Map.of());
        assertThat(users.of(Event.INVALIDATION)).isEqualTo(1);
        assertThat(users.of(Event.SWEEP)).isEqualTo(1);
        assertThat(node.of(Event.TAG)).isEqualTo(2);
        assertThat(node.of(Event.SWEEP)).isEqualTo(1);
        assertThat(users.of(Event.TAG) + node.of(Event.INVALIDATION)).isZero();
    }

    @Test
    void aRollbackCountsNoInvalidation() {
        Fence fence = writes.writer();
        writes.raise(fence, all);
        writes.rolledBack(fence, all);
        assertThat(users.of(Event.INVALIDATION) + users.of(Event.SWEEP)).isZero();
        assertThat(node.of(Event.TAG) + node.of(Event.SWEEP)).isZero();
    }

    @Test
    void anOutcomeThatNobodyKnowsCountsAsAWrite() {
        writes.raise(writes.writer(), all);
        writes.unknown(all);
        assertThat(users.of(Event.INVALIDATION)).isEqualTo(1);
        assertThat(node.of(Event.TAG)).isEqualTo(2);
    }

    @Test
    void aValueThatAWriteLeavesIsAFillAndNoInvalidation() {
        Fence fence = writes.writer();
        writes.raise(fence, Kitchen.keys(request));
        writes.committed(fence, Kitchen.keys(request), update("left"));
        assertThat(users.of(Event.FILL)).isEqualTo(1);
        assertThat(users.of(Event.INVALIDATION) + users.of(Event.REFUSED_FILL)).isZero();
    }

    @Test
    void aValueThatAWriteCannotLeaveIsARefusedFill() {
        Fence fence = writes.writer();
        writes.raise(fence, Kitchen.keys(request));
        writes.raise(writes.writer(), Kitchen.keys(request));
        writes.committed(fence, Kitchen.keys(request), update("not left"));
        assertThat(users.of(Event.REFUSED_FILL)).isEqualTo(1);
        assertThat(users.of(Event.FILL)).isZero();
    }

    @Test
    void invalidationsByHandAreCountedAsThoseOfWrites() {
        Direct direct = cupboard.direct();
        direct.take(request);
        direct.invalidateTags(List.of("one", "two", "three"));
        direct.sweep(new Sweep.Prefix("users", "4"));
        direct.sweep(new Sweep.Everything());
        assertThat(users.of(Event.INVALIDATION)).isEqualTo(1);
        assertThat(users.of(Event.SWEEP)).isEqualTo(1);
        assertThat(node.of(Event.TAG)).isEqualTo(3);
        assertThat(node.of(Event.SWEEP)).isEqualTo(1);
    }

    @Test
    void whatTheStoreDoesNotConfirmIsAFaultOfItsCacheOrOfTheNode() {
        link.away(true);
        Direct direct = cupboard.direct();
        direct.take(request);
        direct.sweep(new Sweep.All("users"));
        assertThat(users.of(Event.FAULT)).isEqualTo(2);
        direct.invalidateTags(List.of("one", "two"));
        direct.sweep(new Sweep.Everything());
        assertThat(node.of(Event.FAULT)).isEqualTo(3);
        // a key, two tags, and the records of two sweeps
        writes.raise(writes.writer(), all);
        assertThat(users.of(Event.FAULT)).isEqualTo(4);
        assertThat(node.of(Event.FAULT)).isEqualTo(6);
    }

    @Test
    void aLoadIsTimedIfItReturns() throws Exception {
        cupboard.engine().get(request, () -> "loaded");
        cupboard.engine().get(request, () -> "a hit");
        assertThat(users.loadTimes().all()).isEqualTo(1);
        assertThat(users.of(Event.LOAD)).isEqualTo(1);
        Request failing = Kitchen.request(space, "failing");
        assertThat(catching(failing)).isInstanceOf(IllegalStateException.class);
        assertThat(users.of(Event.LOAD_FAILURE)).isEqualTo(1);
        assertThat(users.loadTimes().all()).isEqualTo(1);
    }

    private Exception catching(Request failing) {
        try {
            cupboard.engine().get(failing, () -> {
                throw new IllegalStateException("database");
            });
            return null;
        } catch (Exception e) {
            return e;
        }
    }
}
