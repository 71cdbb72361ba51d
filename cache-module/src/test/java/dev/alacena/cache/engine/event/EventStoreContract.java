package dev.alacena.cache.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.event.EventStore.Numbered;
import dev.alacena.cache.engine.event.EventStore.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The laws of what keeps events; whoever does has a test class that holds it to them. */
public abstract class EventStoreContract {

    protected abstract EventStore store();

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static Note note(String data) {
        return new Note(UUID.randomUUID().toString(), "ana", "said", data);
    }

    private Note added(String data) {
        Note note = note(data);
        get(store().add(note));
        return note;
    }

    private long last() {
        return get(store().from(Long.MAX_VALUE)).last();
    }

    @Test
    void eventsComeBackAsTheyWereInOrderAndNumberedWithoutGaps() {
        Note first = added("one");
        long number = last();
        Note second = added("\u00e4\u4e2d\ud83d\ude00\r\n\"{}\" ");
        Note third = added("");
        Turn turn = get(store().from(number));
        assertThat(turn.events())
                .containsExactly(
                        new Numbered(number, first), new Numbered(number + 1, second), new Numbered(number + 2, third));
        assertThat(turn.last()).isEqualTo(number + 2);
        assertThat(turn.complete()).isTrue();
    }

    @Test
    void thereIsNothingAfterTheLast() {
        added("one");
        Turn turn = get(store().from(last() + 1));
        assertThat(turn.events()).isEmpty();
        assertThat(turn.last()).isEqualTo(last());
    }

    @Test
    void whatIsAddedAtOnceGetsNumbersOfItsOwn() {
        added("before");
        long before = last();
        List<CompletableFuture<Void>> adding = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> store().add(note(Integer.toString(i))).toCompletableFuture())
                .toList();
        adding.forEach(EventStoreContract::get);
        assertThat(get(store().from(before + 1)).events().stream().map(Numbered::number))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 200).mapToObj(i -> before + i).toList());
    }

    @Test
    void aTurnBringsSoManyAtMostAndTheNextGoesOn() {
        added("before");
        long before = last();
        List<CompletableFuture<Void>> adding = new ArrayList<>();
        for (int i = 0; i < EventStore.TURN + 1; i++) {
            adding.add(store().add(note("many")).toCompletableFuture());
        }
        adding.forEach(EventStoreContract::get);
        Turn turn = get(store().from(before + 1));
        assertThat(turn.events()).hasSize(EventStore.TURN);
        assertThat(turn.complete()).isFalse();
        Turn next = get(store().from(before + 1 + EventStore.TURN));
        assertThat(next.events()).hasSize(1);
        assertThat(next.complete()).isTrue();
    }

    @Test
    void whoWaitsForAChangeIsToldOfIt() {
        added("before");
        CompletableFuture<?> change = store().changed(last()).toCompletableFuture();
        added("after");
        get(change);
    }

    @Test
    void aChangeThatHasBeenIsToldAtOnce() {
        added("before");
        long before = last();
        added("after");
        get(store().changed(before));
    }

    @Test
    void theLastEventsAreKept() {
        added("before");
        long before = last();
        for (int block = 0; block < 51; block++) {
            List<CompletableFuture<Void>> adding = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                adding.add(store().add(note("many")).toCompletableFuture());
            }
            adding.forEach(EventStoreContract::get);
        }
        long last = last();
        assertThat(last).isEqualTo(before + 51_000);
        long oldest = last - EventStore.MOST + 1;
        assertThat(get(store().from(oldest)).events().get(0).number()).isEqualTo(oldest);
        assertThat(get(store().from(before + 1)).events().get(0).number())
                .as("those before go")
                .isGreaterThan(before + 500);
    }
}
