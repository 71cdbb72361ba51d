package dev.alacena.history.check;

import dev.alacena.history.event.Event;
import dev.alacena.history.event.Event.Value;
import dev.alacena.history.event.Event.What;
import dev.alacena.history.event.Fault;
import dev.alacena.history.event.Fault.Effect;
import dev.alacena.history.event.History;
import dev.alacena.history.event.Kind;
import dev.alacena.history.event.Node;
import dev.alacena.history.event.Outcome;
import dev.alacena.history.event.Shelf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A history told by hand. Times are milliseconds; a call takes one if nothing else is said. */
final class Tale implements History {
    static final Contract CONTRACT = new Contract(
            Duration.ofMillis(1_200),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            new Contract.Times(
                    Duration.ofMillis(100),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(5)));

    private final List<Event> changes = new ArrayList<>();
    private final List<Event> reads = new ArrayList<>();
    private final List<Commit> commits = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /** The nonce of a version, where nothing else is said. */
    static long nonce(int row, int version) {
        return row * 1_000L + version;
    }

    static Value value(int row, int version) {
        return new Value(version, version == 0 ? 0 : nonce(row, version));
    }

    private static int node(int process) {
        return new Node(process, 0).id();
    }

    private static long nanos(double millis) {
        return (long) (millis * 1e6);
    }

    /** A committed write: what it did was done a little before it returned. */
    Tale write(int process, Shelf shelf, int row, int version, double start, double end) {
        commits.add(new Commit(row, version, nonce(row, version)));
        return change(
                process, new What(Kind.WRITE, shelf, row), Outcome.DONE, start, end, end - 0.5, value(row, version));
    }

    /** A write whose process died; committed all the same. */
    Tale writeUnseen(int process, Shelf shelf, int row, int version, double start) {
        commits.add(new Commit(row, version, nonce(row, version)));
        return change(
                process,
                new What(Kind.WRITE, shelf, row),
                Outcome.PENDING,
                start,
                start,
                start,
                new Value(-1, nonce(row, version)));
    }

    Tale change(int process, What what, Outcome outcome, double start, double end, double mark, Value value) {
        changes.add(new Event(node(process), what, outcome, nanos(start), nanos(end), nanos(mark), value, 0));
        return this;
    }

    Tale load(int process, Shelf shelf, int row, double start, double end) {
        return change(process, new What(Kind.LOAD, shelf, row), Outcome.DONE, start, end, start, Value.NONE);
    }

    Tale read(int process, Shelf shelf, int row, int version, double start) {
        return read(process, new What(Kind.READ, shelf, row), Outcome.DONE, start, start + 1, value(row, version));
    }

    Tale audit(int process, Shelf shelf, int row, int version, double start) {
        return read(process, new What(Kind.AUDIT, shelf, row), Outcome.DONE, start, start + 1, value(row, version));
    }

    Tale read(int process, What what, Outcome outcome, double start, double end, Value value) {
        return told(new Event(node(process), what, outcome, nanos(start), nanos(end), nanos(start), value, 0));
    }

    Tale told(Event read) {
        reads.add(read);
        return this;
    }

    Tale fault(Effect effect, int process, double begin, double end) {
        faults.add(new Fault(effect.name(), effect, process, nanos(begin), nanos(end)));
        return this;
    }

    /** A process had, from a moment on and to its end, invalidations that were not confirmed. */
    Tale unconfirmed(int process, double begin) {
        faults.add(new Fault("unconfirmed", Effect.UNCONFIRMED, process, nanos(begin), Fault.NEVER));
        return this;
    }

    Report check(Contract contract) {
        commits.sort(Comparator.comparingInt(Commit::row).thenComparingInt(Commit::version));
        return Checker.check(this, commits, faults, contract);
    }

    /** Names of the violations that are found. */
    Set<String> violations() {
        return check(CONTRACT).violations().keySet();
    }

    @Override
    public void changes(Consumer<Event> to) {
        changes.forEach(to);
    }

    @Override
    public void reads(Consumer<Event> to) {
        reads.stream().sorted(Comparator.comparingLong(Event::end)).forEach(to);
    }
}
