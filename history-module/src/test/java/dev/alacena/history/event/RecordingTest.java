package dev.alacena.history.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.alacena.history.event.Event.Value;
import dev.alacena.history.event.Event.What;
import dev.alacena.history.event.Fault.Effect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written down is read again, also if the writer never closed its file. */
class RecordingTest {
    private static final Node NODE = new Node(1, 2);

    @TempDir
    Path directory;

    private static Event event(Kind kind, Outcome outcome, long end) {
        return new Event(
                NODE.id(), new What(kind, Shelf.TWIN_BOUNDED, 447), outcome, end - 5, end, -7, new Value(3, -9), 12);
    }

    private List<Event> reads() throws IOException {
        List<Event> reads = new ArrayList<>();
        new Recordings(directory).reads(reads::add);
        return reads;
    }

    @Test
    void eventsOfAllKindsAndOutcomesAreReadAgain() throws IOException {
        List<Event> events = new ArrayList<>();
        Recorder recorder = new Recorder(Recordings.reads(directory, NODE, 0));
        for (Kind kind : Kind.values()) {
            for (Outcome outcome : Outcome.values()) {
                events.add(event(kind, outcome, events.size()));
                recorder.append(events.get(events.size() - 1));
            }
        }
        assertThat(reads()).isEqualTo(events);
    }

    @Test
    void moreEventsThanOneChunkHoldsAreReadAgain() throws IOException {
        Recorder recorder = new Recorder(Recordings.reads(directory, NODE, 0));
        for (int at = 0; at < 20_000; at++) {
            recorder.append(event(Kind.READ, Outcome.DONE, at));
        }
        assertThat(reads()).hasSize(20_000).last().isEqualTo(event(Kind.READ, Outcome.DONE, 19_999));
    }

    @Test
    void readsOfSeveralThreadsComeByTheirEnds() throws IOException {
        Recorder one = new Recorder(Recordings.reads(directory, NODE, 0));
        Recorder other = new Recorder(Recordings.reads(directory, NODE, 1));
        one.append(event(Kind.READ, Outcome.DONE, 10));
        one.append(event(Kind.READ, Outcome.DONE, 30));
        other.append(event(Kind.READ, Outcome.DONE, 20));
        other.append(event(Kind.READ, Outcome.DONE, 40));
        assertThat(reads()).extracting(Event::end).containsExactly(10L, 20L, 30L, 40L);
    }

    @Test
    void aDiaryIsReadAgainAlsoIfItsLastSpanIsNotOver() throws IOException {
        try (Diary diary = new Diary(Recordings.diary(directory, NODE))) {
            diary.unconfirmed(10);
            diary.stalled(12, 15);
            diary.confirmed(20);
            diary.unconfirmed(30);
        }
        assertThat(new Recordings(directory).diaries())
                .extracting(Fault::process, Fault::effect, Fault::begin, Fault::end)
                .containsExactly(
                        tuple(1, Effect.STALLED, 12L, 15L),
                        tuple(1, Effect.UNCONFIRMED, 10L, 20L),
                        tuple(1, Effect.UNCONFIRMED, 30L, Fault.NEVER));
    }

    @Test
    void anOutcomeReplacesThatItWasPending() throws IOException {
        Recorder recorder = new Recorder(Recordings.changes(directory, NODE, 0));
        Recorder.Slot slot = recorder.append(event(Kind.WRITE, Outcome.PENDING, 10));
        recorder.append(event(Kind.WRITE, Outcome.PENDING, 11));
        slot.replace(event(Kind.WRITE, Outcome.DONE, 12));
        List<Event> changes = new ArrayList<>();
        new Recordings(directory).changes(changes::add);
        assertThat(changes).extracting(Event::outcome).containsExactly(Outcome.DONE, Outcome.PENDING);
    }
}
