package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Flights.Boarding;
import dev.alacena.cache.engine.Store.Answer;
import dev.alacena.cache.engine.Store.Found;
import dev.alacena.cache.local.MemoryStore;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whoever brings the answer of level 2 boards for the caller, unless the caller has gone on without it. */
class ApproachTest {
    private static final Found NOTHING = new Found(null, null, Duration.ZERO, Map.of(), false);
    private static final Found SOMETHING = new Found(new byte[0], new byte[0], Duration.ZERO, Map.of(), false);

    private final FakeTime time = new FakeTime();
    private final Flights flights = new Flights(time);
    private final Leases leases = new Leases(
            new MemoryStore(100, Kitchen.JOURNAL, time),
            new Link(Duration.ofSeconds(5), Breaker.NONE, time, (after, action) -> () -> {}),
            Kitchen.JOURNAL,
            new Cupboard.Chance(time, nanos -> {}, (after, action) -> () -> {}, () -> "token"));
    private final Request request = Kitchen.request(Kitchen.space(String.class, false), "42");
    private final Approach approach = new Approach(request, flights, leases);

    /** In a thread that is not the caller's. */
    private void answer(Found found) {
        CompletableFuture.runAsync(
                        () -> approach.found(found).toCompletableFuture().join())
                .join();
    }

    @Test
    void whereThereIsNothingTheLeaseIsAskedForOnTheWay() {
        answer(NOTHING);
        assertThat(approach.arrive().leads()).isTrue();
        Leases.Asked asked = Objects.requireNonNull(approach.asked());
        assertThat(asked.answer().toCompletableFuture().join().answer()).isEqualTo(Answer.GRANTED);
    }

    @Test
    void theFlightIsTheCallersWhoeverBoardedForIt() {
        answer(NOTHING);
        assertThat(flights.waitFor(approach.arrive().flight()))
                .as("may wait for itself")
                .isFalse();
        flights.arrived();
    }

    @Test
    void whoeverFollowsDoesNotAsk() {
        flights.board(request);
        answer(NOTHING);
        assertThat(approach.arrive().leads()).isFalse();
        assertThat(approach.asked()).isNull();
    }

    @Test
    void anAnswerThatComesTooLateLeavesNoFlightBehind() {
        Boarding boarding = approach.arrive();
        flights.land(boarding.flight(), new Flights.Landing.Unshared());
        answer(NOTHING);
        assertThat(approach.asked()).isNull();
        assertThat(flights.board(request).leads()).isTrue();
    }

    @Test
    void whatIsThereNeedsNoLease() {
        answer(SOMETHING);
        assertThat(approach.asked()).isNull();
        assertThat(flights.board(request).leads()).isTrue();
    }
}
