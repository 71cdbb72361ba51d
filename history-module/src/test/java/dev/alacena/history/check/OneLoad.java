package dev.alacena.history.check;

import dev.alacena.history.check.Spans.Span;
import dev.alacena.history.event.Event;
import dev.alacena.history.event.Fault;
import dev.alacena.history.event.Kind;
import dev.alacena.history.event.Outcome;
import dev.alacena.history.event.Shelf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * P6: at most one load per row and invalidation over all nodes. Of two loads of one row the second needs a reason that lies
 * between them: a write, whose fence lets nobody store; the end of the entry's time; a loader that failed, was slow, stood
 * still, or was cut off; a fault of the server.
 */
final class OneLoad {
    private final Findings findings;
    private final Contract.Times times;
    private final Faults faults;
    private final long recovery;

    OneLoad(Findings findings, Contract contract, Faults faults) {
        this.findings = findings;
        this.times = contract.times();
        this.faults = faults;
        this.recovery = contract.recovery().toNanos();
    }

    void check(Loads loads, List<Event> changes, Due due) {
        Map<Integer, List<Span>> writes = new HashMap<>();
        for (Event change : changes) {
            if (change.kind() == Kind.WRITE) {
                writes.computeIfAbsent(Shelf.scope(change.row()), scope -> new ArrayList<>())
                        .add(new Span(change.start(), due.fenced(change)));
            }
        }
        Map<Integer, Spans> fences = new HashMap<>();
        writes.forEach((scope, spans) -> fences.put(scope, new Spans(spans)));
        loads.each((place, some) -> pairs(some, fences.getOrDefault(Shelf.scope(place.row()), Spans.NONE)));
    }

    private void pairs(List<Event> loads, Spans fences) {
        for (int at = 1; at < loads.size(); at++) {
            Event first = loads.get(at - 1);
            Event second = loads.get(at);
            long from = Math.min(view(first), together(first, second) ? view(second) : second.mark());
            if (!fences.touch(from, second.start()) && !excused(first, second)) {
                findings.add("P6", "second load", second, () -> "without a reason after " + first);
            }
        }
    }

    /**
     * From when on a write lets nobody who loads in such a view have the lease. A question for it says how old the view is, and
     * for that of a transaction adds the time that a question may take.
     */
    private long view(Event load) {
        return load.kind() == Kind.LOAD
                ? load.mark()
                : load.mark() - times.doubt().toNanos();
    }

    /** Whether the second can have asked for the lease before the first had stored anything. */
    private boolean together(Event first, Event second) {
        return second.start() - first.end() < times.command().toNanos();
    }

    private boolean excused(Event first, Event second) {
        return first.outcome() != Outcome.DONE
                || second.outcome() == Outcome.CUT_OFF
                || slow(first)
                || slow(second)
                || second.start() - first.start() >= first.shelf().ttl().toNanos()
                || faults.any(fault -> fault.forgets(), first.mark(), second.start())
                || disturbed(first)
                || disturbed(second);
    }

    /** Whether one of its commands, or its lease, may have run out of time. */
    private boolean slow(Event load) {
        long added = load.loadMicros() * 1_000L;
        return added >= times.command().toNanos()
                || load.end() - load.start() + added >= times.lease().toNanos();
    }

    private boolean disturbed(Event load) {
        return faults.any(
                Fault::disturbs,
                load.start() - recovery,
                load.end() + times.lease().toNanos());
    }
}
