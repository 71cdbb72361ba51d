package dev.alacena.cache.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.alacena.api.event.Event;
import dev.alacena.api.event.Events;
import dev.alacena.cache.engine.event.EventStore.Numbered;
import dev.alacena.cache.engine.event.EventStore.Turn;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What followers are told of what a node hears. */
class EventLogTest {
    private static final int MOST = 5;

    private final EventLog log = new EventLog(MOST);

    private static Numbered event(long number) {
        return event(number, "ana", "id " + number);
    }

    private static Numbered event(long number, String subject, String id) {
        return new Numbered(number, new Note(id, subject, "said", Long.toString(number)));
    }

    private Diary follow(String subject, long after) {
        return new Diary(changed -> log.join(subject, after, changed));
    }

    private boolean hear(long last, Numbered... events) {
        log.ask();
        return log.heard(new Turn(last, Arrays.asList(events)));
    }

    private boolean events(long... numbers) {
        Numbered[] events = LongStream.of(numbers).mapToObj(EventLogTest::event).toArray(Numbered[]::new);
        return hear(numbers[numbers.length - 1], events);
    }

    @Test
    void aFollowerIsToldOfItsSubjectAndOfNoOther() {
        hear(0);
        Diary ana = follow("ana", Events.NOW);
        hear(2, event(1, "ben", "b"), event(2));
        assertThat(ana.lines()).containsExactly("said 2");
    }

    @Test
    void whatIsResumedAndWhatComesMeetWithoutGapOrDouble() {
        events(1, 2, 3);
        Diary ana = follow("ana", 1);
        events(3, 4);
        assertThat(ana.lines()).containsExactly("said 2", "said 3", "said 4");
    }

    @Test
    void whoBeginsNowIsToldNothingOld() {
        events(1, 2);
        Diary ana = follow("ana", Events.NOW);
        events(2, 3);
        assertThat(ana.lines()).containsExactly("said 3");
    }

    @Test
    void whoJoinsBeforeTheNodeHasHeardWaitsForIt() {
        Diary ana = follow("ana", 1);
        assertThat(ana.lines()).isEmpty();
        events(1, 2, 3);
        assertThat(ana.lines()).containsExactly("said 2", "said 3");
    }

    @Test
    void theFirstEventOfAllIsNoGapWhateverItsNumber() {
        hear(0);
        Diary ana = follow("ana", Events.NOW);
        events(700, 701);
        assertThat(ana.lines()).containsExactly("said 700", "said 701");
    }

    @Test
    void aTurnThatIsFullIsNotTheLast() {
        Numbered[] full = LongStream.rangeClosed(1, EventStore.TURN)
                .mapToObj(EventLogTest::event)
                .toArray(Numbered[]::new);
        assertThat(hear(EventStore.TURN + 1L, full)).isTrue();
        assertThat(log.begun()).isFalse();
        assertThat(events(EventStore.TURN, EventStore.TURN + 1L)).isFalse();
        assertThat(log.begun()).isTrue();
    }

    @Test
    void whoResumesFromWhatIsNotKeptAnyMoreIsToldOfAGap() {
        events(11, 12, 13);
        Diary ana = follow("ana", 9);
        assertThat(ana.lines()).containsExactly("gap", "said 11", "said 12", "said 13");
    }

    @Test
    void whoHasSeenTheLastThatIsLostMissesNothing() {
        events(11, 12);
        Diary ana = follow("ana", 10);
        assertThat(ana.lines()).containsExactly("said 11", "said 12");
    }

    @Test
    void theOldestAreForgottenAndThoseWhoAskForThemAreToldOfAGap() {
        events(1, 2, 3, 4, 5, 6, 7);
        Diary ana = follow("ana", 1);
        assertThat(ana.lines()).containsExactly("gap", "said 3", "said 4", "said 5", "said 6", "said 7");
        Diary other = follow("ana", 2);
        assertThat(other.lines()).containsExactly("said 3", "said 4", "said 5", "said 6", "said 7");
    }

    @Test
    void aNumberThatIsLeftOutIsAGapForEveryone() {
        events(1);
        Diary ana = follow("ana", Events.NOW);
        Diary ben = follow("ben", Events.NOW);
        events(1, 4);
        assertThat(ana.lines()).containsExactly("gap", "said 4");
        assertThat(ben.lines()).containsExactly("gap");
    }

    @Test
    void aStoreThatHasLostAllIsAGapAndWhatComesAfterIsTold() {
        events(1, 2);
        Diary ana = follow("ana", Events.NOW);
        assertThat(hear(0)).isTrue();
        assertThat(hear(0)).isFalse();
        events(500);
        assertThat(ana.lines()).containsExactly("gap", "said 500");
    }

    @Test
    void aStoreThatHasLostTheLastEventsAndGivenTheirNumbersToOthersIsAGap() {
        events(1, 2, 3);
        Diary ana = follow("ana", Events.NOW);
        Numbered other = event(3, "ana", "another");
        assertThat(hear(4, other, event(4))).isTrue();
        assertThat(hear(4, event(4))).isFalse();
        events(4, 5);
        assertThat(ana.lines()).containsExactly("gap", "said 5");
    }

    @Test
    void whoResumesFromANumberThatTheStoreHasLostIsToldOfAGap() {
        events(1, 2);
        Diary ana = follow("ana", 7);
        assertThat(ana.lines()).isEmpty();
        events(2, 3);
        assertThat(ana.lines()).containsExactly("gap");
        events(3, 4);
        assertThat(ana.lines()).containsExactly("gap", "said 4");
    }

    @Test
    void whoResumesOnANodeThatIsBehindMissesNothingAndHearsNothingTwice() {
        events(1, 2);
        Diary ana = follow("ana", 4);
        events(2, 3, 4);
        events(4, 5);
        assertThat(ana.lines()).containsExactly("said 5");
    }

    @Test
    void aTurnThatWasAskedForBeforeTellsNothingOfWhoIsAhead() {
        events(1, 2);
        log.ask();
        Diary ana = follow("ana", 4);
        log.heard(new Turn(3, List.of(event(2), event(3))));
        assertThat(ana.lines()).isEmpty();
        events(3, 4, 5);
        assertThat(ana.lines()).containsExactly("said 5");
    }

    @Test
    void whoHadSeenNothingAtAllIsToldOfAGap() {
        hear(0);
        Diary ana = follow("ana", EventStore.START);
        events(7);
        assertThat(ana.lines()).containsExactly("gap", "said 7");
    }

    @Test
    void whatIsSentAgainAfterItWasLostIsToldToThoseWhoHaveNotSeenIt() {
        events(1, 2);
        hear(1);
        hear(1);
        events(1, 2);
        assertThat(follow("ana", 1).lines()).containsExactly("said 2");
    }

    @Test
    void anEventThatWasSentTwiceIsToldOnce() {
        hear(0);
        Diary ana = follow("ana", Events.NOW);
        hear(2, event(1, "ana", "same"), event(2, "ana", "same"));
        hear(3, event(2, "ana", "same"), event(3));
        assertThat(ana.lines()).containsExactly("said 1", "said 3");
    }

    @Test
    void whoHasClosedIsToldNothing() {
        hear(0);
        Diary ana = follow("ana", Events.NOW);
        Diary other = follow("ana", Events.NOW);
        ana.close();
        events(1);
        assertThat(ana.lines()).isEmpty();
        assertThat(other.lines()).containsExactly("said 1");
    }

    @Test
    void aFollowerThatThrowsIsToldNothingMoreAndTheOthersAre() {
        hear(0);
        AtomicInteger calls = new AtomicInteger();
        log.join("ana", Events.NOW, () -> {
            calls.incrementAndGet();
            throw new IllegalStateException("of the test");
        });
        Diary ana = follow("ana", Events.NOW);
        events(1);
        events(1, 2);
        assertThat(calls).hasValue(1);
        assertThat(ana.lines()).containsExactly("said 1", "said 2");
    }

    @Test
    void aFollowerMayCloseItselfWhileItIsTold() {
        hear(0);
        AtomicInteger calls = new AtomicInteger();
        Events.Follower[] own = new Events.Follower[1];
        own[0] = log.join("ana", Events.NOW, () -> {
            calls.incrementAndGet();
            own[0].close();
        });
        events(1);
        events(1, 2);
        assertThat(calls).hasValue(1);
    }

    @Test
    void aFollowerTakesNoMoreThanItWantsAndLearnsWhereToResume() {
        events(1, 2, 3);
        Events.Follower follower = log.join("ana", 1, () -> {});
        assertThat(follower.next(1)).isEqualTo(new Events.Batch(2, false, List.of(new Event(2, "ana", "said", "2"))));
        assertThat(follower.next(9)).isEqualTo(new Events.Batch(3, false, List.of(new Event(3, "ana", "said", "3"))));
        assertThat(follower.next(9)).isEqualTo(new Events.Batch(3, false, List.of()));
    }

    @Test
    void whatConcernsOthersMovesOnWhereToResume() {
        hear(0);
        Events.Follower follower = log.join("ana", Events.NOW, () -> {});
        hear(2, event(1, "ben", "a"), event(2, "ben", "b"));
        assertThat(follower.next(1)).isEqualTo(new Events.Batch(2, false, List.of()));
    }

    @Test
    void aFollowerThatIsTooSlowFindsAGap() {
        hear(0);
        Events.Follower follower = log.join("ana", Events.NOW, () -> {});
        events(1, 2, 3, 4, 5, 6);
        Events.Batch batch = follower.next(1);
        assertThat(batch.gap()).isTrue();
        assertThat(batch.events()).extracting(Event::number).containsExactly(2L);
        assertThat(follower.next(9).gap()).as("told once").isFalse();
    }

    @Test
    void nothingIsNotWhatAFollowerMayAskFor() {
        Events.Follower follower = log.join("ana", Events.NOW, () -> {});
        assertThatIllegalArgumentException().isThrownBy(() -> follower.next(0));
    }
}
