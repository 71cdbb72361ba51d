package dev.alacena.cache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.Cache;
import dev.alacena.cache.codec.JsonCodecs;
import dev.alacena.cache.engine.Breaker;
import dev.alacena.cache.engine.CodecException;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.FakeTime;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.engine.Scheduler;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.engine.Sweep;
import dev.alacena.cache.local.MemoryStore;
import dev.alacena.cache.local.NearCache;
import jakarta.transaction.Status;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What code sweeps inside a transaction is swept when that has committed, and not before. */
class SweepInTransactionTest {
    private final FakeTime time = new FakeTime();
    private final Cupboard cupboard = Cupboard.of(
            new Cupboard.Base(
                    new MemoryStore(100, Duration.ofMinutes(1), time),
                    new NearCache(Duration.ofSeconds(1), time),
                    Breaker.NONE,
                    Runnable::run),
            new Cupboard.Limits(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1)),
            Cupboard.Chance.real(new Scheduler()));
    private final Hand hand = new Hand(cupboard, new Transactions(cupboard, new Requests()) {
        @Override
        @Nullable
        Unit join() {
            return unit;
        }
    });
    private final Cache<String, String> users = new OpenCache<>(space(), hand);
    private @Nullable Unit unit;

    private static Space space() {
        try {
            Policy.Times times = new Policy.Times(Duration.ofHours(1), Duration.ofHours(1), Duration.ofSeconds(10));
            Policy policy = new Policy("users", true, false, 100, times);
            return new Space(policy, new JsonCodecs(1000).of(String.class), new Counters(), false);
        } catch (CodecException e) {
            throw new AssertionError(e);
        }
    }

    private void follows(ToLongFunction<Cache<String, String>> sweep) {
        users.put("41", "v1");
        unit = new Unit(cupboard.writes(), true);
        assertThat(sweep.applyAsLong(users)).isZero();
        assertThat(users.get("41")).contains("v1");
        unit.beforeCompletion();
        assertThat(users.get("41")).contains("v1");
        unit.afterCompletion(Status.STATUS_COMMITTED);
        unit = null;
        assertThat(users.get("41")).isEmpty();
    }

    @Test
    void aPrefixFollowsTheTransaction() {
        follows(cache -> cache.invalidatePrefix("4"));
    }

    @Test
    void aPatternFollowsTheTransaction() {
        follows(cache -> cache.invalidatePattern("*1"));
    }

    @Test
    void aClearOfACacheFollowsTheTransaction() {
        follows(Cache::clear);
    }

    @Test
    void namesInAllCachesFollowTheTransaction() {
        follows(cache -> hand.sweep(Sweep.Names.of(List.of("use*:41"))));
    }

    @Test
    void aClearOfEverythingFollowsTheTransaction() {
        follows(cache -> hand.sweep(new Sweep.Everything()));
    }

    @Test
    void aRollbackSweepsNothing() {
        users.put("41", "v1");
        unit = new Unit(cupboard.writes(), true);
        users.clear();
        unit.afterCompletion(Status.STATUS_ROLLEDBACK);
        unit = null;
        assertThat(users.get("41")).contains("v1");
    }

    @Test
    void withoutATransactionItSweepsAtOnce() {
        users.put("41", "v1");
        assertThat(users.clear()).isEqualTo(1);
        assertThat(users.get("41")).isEmpty();
    }
}
