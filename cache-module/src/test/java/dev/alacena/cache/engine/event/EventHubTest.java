package dev.alacena.cache.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.event.Events;
import dev.alacena.cache.engine.event.EventStore.Turn;
import dev.alacena.cache.local.MemoryEvents;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a node sends and hears while its store comes and goes. */
class EventHubTest {
    private static final int STEPS = 100_000;

    private final Shaky store = new Shaky();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<Order> orders = new ArrayList<>();
    private final EventHub hub = new EventHub(store, this::later, tasks::add, Duration.ofSeconds(1));

    private record Order(Duration after, Runnable action) {}

    private Runnable later(Duration after, Runnable action) {
        Order order = new Order(after, action);
        orders.add(order);
        return () -> orders.remove(order);
    }

    /** A store that can be away; then it says nothing at all, or that it is not there. */
    private static final class Shaky implements EventStore {
        private final EventStore memory = new MemoryEvents(0);
        private boolean away;
        private boolean silent;
        private boolean mute;
        private int turns;
        private int unconfirmed;

        @Override
        public CompletionStage<Void> add(Note note) {
            if (unconfirmed > 0) {
                unconfirmed--;
                memory.add(note);
                return CompletableFuture.failedStage(new IllegalStateException("lost on the way back"));
            }
            return answer(() -> memory.add(note));
        }

        @Override
        public CompletionStage<Turn> from(long number) {
            turns++;
            return answer(() -> memory.from(number));
        }

        @Override
        public CompletionStage<?> changed(long number) {
            return mute
                    ? new CompletableFuture<>()
                    : answer(() -> memory.changed(number).thenApply(done -> done));
        }

        private <T> CompletionStage<T> answer(Supplier<CompletionStage<T>> question) {
            return silent
                    ? new CompletableFuture<>()
                    : away ? CompletableFuture.failedStage(new IllegalStateException("away")) : question.get();
        }
    }

    /** All that can be done without time. */
    private void run() {
        for (int step = 0; !tasks.isEmpty(); step++) {
            assertThat(step).as("work without an end").isLessThan(STEPS);
            tasks.remove().run();
        }
    }

    /** Everything that was put off. */
    private void wake() {
        List<Order> due = List.copyOf(orders);
        orders.clear();
        due.forEach(order -> order.action().run());
        run();
    }

    private void publish(String data) {
        hub.publish(new Note("id " + data, "ana", "said", data));
        run();
    }

    private Diary follow() {
        Diary diary = new Diary(changed -> hub.follow("ana", Events.NOW, changed));
        run();
        return diary;
    }

    @Test
    void aNodeAsksForNothingBeforeItsFirstUse() {
        run();
        assertThat(store.turns).isZero();
        assertThat(orders).isEmpty();
    }

    @Test
    void whatIsPublishedIsHeard() {
        Diary diary = follow();
        publish("one");
        publish("two");
        assertThat(diary.lines()).containsExactly("said one", "said two");
    }

    @Test
    void whatIsPublishedWhileTheStoreIsAwayIsToldInOrderWhenItIsBack() {
        Diary diary = follow();
        store.away = true;
        publish("one");
        publish("two");
        wake();
        assertThat(diary.lines()).isEmpty();
        store.away = false;
        wake();
        wake();
        assertThat(diary.lines()).containsExactly("said one", "said two");
    }

    @Test
    void aStoreThatDoesNotAnswerIsAskedAgain() {
        store.silent = true;
        Diary diary = follow();
        publish("one");
        store.silent = false;
        wake();
        wake();
        wake();
        assertThat(diary.lines()).containsExactly("said one");
    }

    @Test
    void whatWasSentAndNotConfirmedIsToldOnce() {
        Diary diary = follow();
        store.unconfirmed = 2;
        publish("one");
        wake();
        wake();
        publish("two");
        assertThat(diary.lines()).containsExactly("said one", "said two");
    }

    @Test
    void aChangeThatNobodyTellsOfIsHeardAfterTheRest() {
        store.mute = true;
        Diary diary = follow();
        store.memory.add(new Note("id", "ana", "said", "by another node"));
        run();
        assertThat(diary.lines()).isEmpty();
        wake();
        assertThat(diary.lines()).containsExactly("said by another node");
    }

    @Test
    void ofTooManyThatWaitTheOldestAreGivenUp() {
        Diary diary = follow();
        store.away = true;
        IntStream.rangeClosed(1, EventHub.WAITING + 2)
                .forEach(i -> hub.publish(new Note("id " + i, "ana", "said", Integer.toString(i))));
        run();
        store.away = false;
        wake();
        wake();
        List<String> lines = diary.lines();
        assertThat(lines).hasSize(EventHub.WAITING);
        assertThat(lines.get(0)).isEqualTo("said 3");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("said " + (EventHub.WAITING + 2));
    }

    @Test
    void aNodeThatIsClosedAsksForNothingMore() {
        follow();
        hub.close();
        int before = store.turns;
        publish("one");
        wake();
        assertThat(store.turns).isEqualTo(before);
        assertThat(orders).isEmpty();
    }
}
