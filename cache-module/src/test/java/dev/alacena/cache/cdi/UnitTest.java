package dev.alacena.cache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.codec.JsonCodecs;
import dev.alacena.cache.engine.Breaker;
import dev.alacena.cache.engine.Changes;
import dev.alacena.cache.engine.CodecException;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.FakeTime;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.engine.Request;
import dev.alacena.cache.engine.Scheduler;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.engine.View;
import dev.alacena.cache.engine.Writes;
import dev.alacena.cache.local.MemoryStore;
import dev.alacena.cache.local.NearCache;
import jakarta.transaction.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one transaction has changed, told of its completion as a transaction manager would. */
class UnitTest {
    private static final Duration FENCE = Duration.ofMinutes(1);

    private final FakeTime time = new FakeTime();
    private final Cupboard cupboard = Cupboard.of(
            new Cupboard.Base(
                    new MemoryStore(100, Duration.ofMinutes(1), time),
                    new NearCache(Duration.ofSeconds(1), time),
                    Breaker.NONE,
                    Runnable::run),
            new Cupboard.Limits(Duration.ofSeconds(1), FENCE, Duration.ofMinutes(1)),
            Cupboard.Chance.real(new Scheduler()));
    private final Unit unit = new Unit(cupboard.writes(), true);
    private Request request;

    @BeforeEach
    void open() throws CodecException {
        request = request("1");
    }

    private static Request request(String text) throws CodecException {
        Policy.Times times = new Policy.Times(Duration.ofHours(1), Duration.ofHours(1), Duration.ofSeconds(10));
        Policy policy = new Policy("users", true, false, 100, times);
        Space space = new Space(policy, new JsonCodecs(1000).of(String.class), new Counters(), false);
        return new Request(new Key("users", text, space.codec().fingerprint()), List.of("t"), space, View.FRESH);
    }

    private Changes change() {
        return new Changes(Map.of(request.key(), request.space().counters()), Set.of("t"), Set.of());
    }

    private static Changes key(Request request) {
        return new Changes(Map.of(request.key(), request.space().counters()), Set.of(), Set.of());
    }

    private void leave(String value) {
        unit.raise(change());
        Writes.update(request, Map.of(), value).ifPresent(unit::leave);
    }

    private Object read(String loaded) throws Exception {
        return read(request, loaded);
    }

    private Object read(Request request, String loaded) throws Exception {
        return cupboard.engine().get(request, () -> loaded);
    }

    @Test
    void whatACommittedTransactionLeftIsRead() throws Exception {
        leave("written");
        unit.beforeCompletion();
        unit.afterCompletion(Status.STATUS_COMMITTED);
        assertThat(read("loaded")).isEqualTo("written");
    }

    @Test
    void anInvalidationAfterAnUpdateOfTheSameTransactionWins() throws Exception {
        leave("older");
        unit.touch(change());
        unit.beforeCompletion();
        unit.afterCompletion(Status.STATUS_COMMITTED);
        assertThat(read("loaded")).isEqualTo("loaded");
    }

    @Test
    void anUpdateIsWhatItWasWhenItWasLeft() throws Exception {
        leave("older");
        leave("newer");
        unit.beforeCompletion();
        unit.afterCompletion(Status.STATUS_COMMITTED);
        assertThat(read("loaded")).isEqualTo("newer");
    }

    @Test
    void aRollbackLeavesNothingAndNoFence() throws Exception {
        leave("never committed");
        unit.afterCompletion(Status.STATUS_ROLLEDBACK);
        assertThat(read("loaded")).isEqualTo("loaded");
        assertThat(read("again")).isEqualTo("loaded");
    }

    @Test
    void anOutcomeThatNobodyKnowsKeepsTheFencesUp() throws Exception {
        leave("perhaps committed");
        unit.beforeCompletion();
        unit.afterCompletion(Status.STATUS_UNKNOWN);
        assertThat(read("first")).isEqualTo("first");
        assertThat(read("second")).isEqualTo("second");
        time.pass(FENCE);
        // the store in memory and the fences go by the same clock
        assertThat(read("third")).isEqualTo("third");
        assertThat(read("fourth")).isEqualTo("third");
    }

    @Test
    void aTransactionThatCanOnlyRollBackRaisesNothing() throws Exception {
        Unit doomed = new Unit(cupboard.writes(), false);
        doomed.raise(change());
        assertThat(doomed.view(request, View.FRESH)).isEqualTo(View.CHANGED);
        assertThat(read("first")).isEqualTo("first");
        assertThat(read("second")).isEqualTo("first");
    }

    @ParameterizedTest
    @ValueSource(ints = {Status.STATUS_COMMITTED, Status.STATUS_ROLLEDBACK})
    void r33AllKeysOfATransactionAreFencedBeforeItsEndAndNoneAfterIt(int status) throws Exception {
        List<Request> both = List.of(request, request("2"));
        for (Request one : both) {
            read(one, "old");
            unit.touch(key(one));
        }
        unit.beforeCompletion();
        for (Request one : both) {
            assertThat(read(one, "first")).isEqualTo("first");
            assertThat(read(one, "second")).isEqualTo("second");
        }
        unit.afterCompletion(status);
        for (Request one : both) {
            assertThat(read(one, "third")).isEqualTo("third");
            assertThat(read(one, "fourth")).isEqualTo("third");
        }
    }

    @Test
    void whatIsTouchedIsBypassedAndNothingElse() {
        unit.touch(new Changes(Map.of(), Set.of("t"), Set.of()));
        assertThat(unit.view(request, View.FRESH)).isEqualTo(View.CHANGED);
        Request other = new Request(request.key(), List.of("another"), request.space(), View.FRESH);
        assertThat(unit.view(other, View.FRESH).changed()).isFalse();
    }

    @Test
    void r7AnEntryWithATouchedTagIsBypassedByAReaderThatDidNotForeseeTheTag() throws Exception {
        read("old");
        Request unaware = new Request(request.key(), List.of(), request.space(), View.FRESH);
        assertThat(cupboard.direct().get(unaware.with(unit.view(unaware, View.FRESH))))
                .isPresent();
        unit.touch(new Changes(Map.of(), Set.of("t"), Set.of()));
        assertThat(cupboard.direct().get(unaware.with(unit.view(unaware, View.FRESH))))
                .isEmpty();
    }
}
