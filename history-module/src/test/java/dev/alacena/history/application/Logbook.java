package dev.alacena.history.application;

import dev.alacena.history.event.Event;
import dev.alacena.history.event.Event.Value;
import dev.alacena.history.event.Event.What;
import dev.alacena.history.event.Outcome;
import dev.alacena.history.event.Recorder;
import dev.alacena.history.event.Recordings;
import java.io.IOException;

/** What one thread writes down. */
final class Logbook {
    private final int node;
    private final Watch watch;
    private final Recorder reads;
    private final Recorder changes;

    Logbook(Setup setup, int thread, Watch watch) throws IOException {
        this.watch = watch;
        node = setup.node().id();
        reads = new Recorder(Recordings.reads(setup.directory(), setup.node(), thread));
        changes = new Recorder(Recordings.changes(setup.directory(), setup.node(), thread));
    }

    /** From when to when, and the mark of the event. */
    record Times(long start, long end, long mark) {}

    /** What the library tells meanwhile. */
    Watch watch() {
        return watch;
    }

    void read(What what, Outcome outcome, Times times, Value value, int loadMicros) {
        reads.append(event(what, outcome, times, value, loadMicros));
    }

    void load(What what, Outcome outcome, Times times, Value value, int addedMicros) {
        changes.append(event(what, outcome, times, value, addedMicros));
    }

    Recorder.Slot write(What what, Times times, Value value) {
        return changes.append(event(what, Outcome.PENDING, times, value, 0));
    }

    Event event(What what, Outcome outcome, Times times, Value value, int micros) {
        return new Event(node, what, outcome, times.start(), times.end(), times.mark(), value, micros);
    }
}
