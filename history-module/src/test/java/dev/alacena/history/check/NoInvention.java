package dev.alacena.history.check;

import dev.alacena.history.event.Event;
import dev.alacena.history.event.Kind;
import dev.alacena.history.event.Outcome;

/** P0: only what was committed, or is the reader's own; and inside of the writing transaction, P2, its own alone. */
final class NoInvention {
    private static final String PROMISE = "P0";

    private final Findings findings;

    NoInvention(Findings findings) {
        this.findings = findings;
    }

    /** Whether the read can be held against the other promises. */
    boolean sound(Event read, Row row) {
        if (read.outcome() == Outcome.FOREIGN) {
            findings.add(PROMISE, "value of another row", read, () -> "it was stored under this row's key");
            return false;
        }
        if (read.outcome() != Outcome.DONE) {
            return false;
        }
        return read.kind() == Kind.OWN ? own(read) : committed(read, row);
    }

    private boolean own(Event read) {
        if (read.value().nonce() != read.mark()) {
            findings.add(
                    "P2", "own write not read", read, () -> "its transaction had written %x".formatted(read.mark()));
        }
        return false;
    }

    private boolean committed(Event read, Row row) {
        if (!row.committed(read.value())) {
            boolean takenBack = row.takenBack(read.value().nonce());
            findings.add(
                    PROMISE,
                    takenBack ? "value that was rolled back" : "value that nobody wrote",
                    read,
                    () -> "the last committed version is " + row.last());
            return false;
        }
        if (row.commit(read.version()) > read.end()) {
            findings.add(
                    PROMISE,
                    "value read before its commit",
                    read,
                    () -> "its writer was at work until " + row.commit(read.version()));
            return false;
        }
        return true;
    }
}
