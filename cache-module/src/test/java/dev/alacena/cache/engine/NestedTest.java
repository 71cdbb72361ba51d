package dev.alacena.cache.engine;

import static dev.alacena.cache.engine.Followers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A load that reads waits for nobody who waits for it, also when its own key was invalidated meanwhile; time stands still. */
class NestedTest {
    private final Kitchen kitchen = Kitchen.open();
    private final Space space = Kitchen.space(String.class, false);
    private final Request request = Kitchen.request(space, "42", "t");
    private final Request other = Kitchen.request(space, "43", "t");
    private final AtomicInteger loads = new AtomicInteger();
    private final long start = kitchen.time.nanos();

    private Object load() {
        return "v" + loads.incrementAndGet();
    }

    @AfterEach
    void nobodyHasWaited() {
        assertThat(kitchen.time.nanos()).isEqualTo(start);
    }

    @Test
    void nestedReadsOfAKeyWhoseTagWasInvalidatedHereDoNotWait() throws Exception {
        Object answer = kitchen.engine().get(request, () -> {
            kitchen.write(Kitchen.tags("t"), () -> {});
            return "outer " + kitchen.engine().get(request, this::load);
        });
        assertThat(answer).isEqualTo("outer v1");
    }

    @Test
    void theSameIfAnotherNodeInvalidatedTheTag() throws Exception {
        Kitchen node = kitchen.secondNode();
        Object answer = kitchen.engine().get(request, () -> {
            node.write(Kitchen.tags("t"), () -> {});
            return "outer " + kitchen.engine().get(request, this::load);
        });
        assertThat(answer).isEqualTo("outer v1");
    }

    @Test
    void theSameIfBothAreAsynchronous() throws Exception {
        AsyncLoader inner = () -> CompletableFuture.completedStage(load());
        CompletionStage<Object> answer = kitchen.cupboard.async().get(request, () -> {
            kitchen.write(Kitchen.tags("t"), () -> {});
            return kitchen.cupboard.async().get(request, inner).thenApply(value -> "outer " + value);
        });
        assertThat(answer(answer.toCompletableFuture())).isEqualTo("outer v1");
    }

    @Test
    void twoNodesThatLoadEachOthersKeyDoNotWaitAlsoWhenATagOfBothWasInvalidated() throws Exception {
        Kitchen node = kitchen.secondNode();
        Object answer = kitchen.engine().get(request, () -> {
            Object theirs = node.engine().get(other, () -> {
                kitchen.write(Kitchen.tags("t"), () -> {});
                return "b with " + node.engine().get(request, () -> "a alone");
            });
            return "a with " + theirs;
        });
        assertThat(answer).isEqualTo("a with b with a alone");
    }

    @Test
    void whatIsReadAfterALoadHasLandedIsNotNestedInIt() {
        Flights flights = new Flights(kitchen.time);
        Flights.Flight first = flights.board(request).flight();
        flights.divertTags(List.of("t"));
        Flights.Flight second = flights.board(request).flight();
        assertThat(flights.nested(second)).isTrue();
        flights.land(first, new Flights.Landing.Unshared());
        assertThat(flights.nested(second)).isFalse();
    }

    @Test
    void nobodyWaitsForALoadThatMayWaitForTheLeaseOfItsOwnOlderOne() {
        Flights flights = new Flights(kitchen.time);
        flights.board(request);
        flights.divertTags(List.of("t"));
        Flights.Boarding newer = flights.board(request, new Thread());
        assertThat(newer.leads()).isTrue();
        assertThat(flights.waitFor(newer.flight())).isFalse();
    }

    @Test
    void theSameThroughSomebodyElse() throws Exception {
        Flights flights = new Flights(kitchen.time);
        flights.board(request);
        flights.divertTags(List.of("t"));
        Flights.Boarding newer = flights.board(request, new Thread());
        Thread between = new Thread(() -> {
            flights.board(other);
            flights.waitFor(newer.flight());
        });
        between.start();
        between.join();
        assertThat(flights.waitFor(flights.board(other).flight())).isFalse();
    }
}
