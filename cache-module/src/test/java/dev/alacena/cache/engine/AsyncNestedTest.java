package dev.alacena.cache.engine;

import static dev.alacena.cache.engine.Followers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a load reads during its own call waits for nobody who waits for that load, also if nobody waits in a thread. */
class AsyncNestedTest {
    private final Kitchen kitchen = Kitchen.open();
    private final Space space = Kitchen.space(String.class, false);
    private final Request request = Kitchen.request(space, "42");
    private final Request other = Kitchen.request(space, "43");
    private final AtomicInteger loads = new AtomicInteger();
    private final Followers threads = new Followers();

    private CompletableFuture<Object> get(Request wanted, AsyncLoader loader) throws Exception {
        return kitchen.cupboard.async().get(wanted, loader).toCompletableFuture();
    }

    private CompletionStage<Object> load() {
        return CompletableFuture.completedStage("v" + loads.incrementAndGet());
    }

    @Test
    void aLoadThatReadsItsOwnKeyDoesNotWaitForItself() throws Exception {
        CompletableFuture<Object> outer =
                get(request, () -> get(request, this::load).thenApply(value -> "outer " + value));
        assertThat(answer(outer)).isEqualTo("outer v1");
        assertThat(answer(get(request, this::load))).isEqualTo("outer v1");
    }

    @Test
    void theSameIfOnlyTheReadIsAsynchronous() throws Exception {
        Object outer = kitchen.engine().get(request, () -> "outer " + answer(get(request, this::load)));
        assertThat(outer).isEqualTo("outer v1");
    }

    @Test
    void theSameIfOnlyTheLoadIsAsynchronous() throws Exception {
        CompletableFuture<Object> outer = get(
                request,
                () -> CompletableFuture.completedStage(
                        "outer " + kitchen.engine().get(request, () -> "inner")));
        assertThat(answer(outer)).isEqualTo("outer inner");
    }

    @Test
    void theSameThroughALoadOfAnotherKey() throws Exception {
        CompletableFuture<Object> outer =
                get(request, () -> get(other, () -> get(request, this::load).thenApply(value -> "inner " + value))
                        .thenApply(value -> "outer " + value));
        assertThat(answer(outer)).isEqualTo("outer inner v1");
    }

    @Test
    void twoThreadsThatLoadEachOthersKeyDoNotWaitInACircle() throws Exception {
        List<CompletableFuture<Object>> crossed = new ArrayList<>();
        CompletableFuture<Object> mine = get(request, () -> {
            answer(threads.follow(() ->
                    crossed.add(get(other, () -> get(request, this::load).thenApply(value -> "b with " + value)))));
            return get(other, this::load).thenApply(value -> "a with " + value);
        });
        assertThat(answer(mine)).isEqualTo("a with v1");
        assertThat(answer(crossed.get(0))).isEqualTo("b with a with v1");
    }

    /** The load of another thread, which goes on after it has asked for what this one loads. */
    private Flights.Flight asking(Flights flights, Consumer<List<Flights.Need>> needs) throws Exception {
        Flights.Flight mine = flights.board(request).flight();
        return (Flights.Flight) answer(threads.follow(() -> {
            Flights.Flight flight = flights.board(other).flight();
            needs.accept(flights.need(mine));
            flights.goOnAlone(flight);
            return flight;
        }));
    }

    @Test
    void theSameIfOneOfThemWaitsInItsThread() throws Exception {
        Flights flights = new Flights(kitchen.time);
        Flights.Flight theirs = asking(flights, needs -> assertThat(needs).hasSize(1));
        assertThat(flights.waitFor(theirs)).isFalse();
    }

    @Test
    void whoseNeedIsMetWaitsForNobody() throws Exception {
        Flights flights = new Flights(kitchen.time);
        Flights.Flight theirs = asking(flights, flights::met);
        assertThat(flights.waitFor(theirs)).isTrue();
    }

    @Test
    @SuppressWarnings("FutureReturnValueIgnored") // the outer load has its answer
    void aLoadThatReadsItsOwnKeyInAnotherThreadWaitsAsLongAsALeaseLasts() throws Exception {
        CompletableFuture<Object> outer = get(request, () -> {
            CompletableFuture<Object> own = new CompletableFuture<>();
            answer(threads.follow(
                    () -> get(request, this::load).whenComplete((value, failure) -> own.complete("outer " + value))));
            return own;
        });
        assertThat(outer).isNotDone();
        List.copyOf(kitchen.later).forEach(Runnable::run);
        assertThat(answer(outer)).isEqualTo("outer v1");
    }
}
