package dev.alacena.history.check;

import dev.alacena.history.event.Event;
import dev.alacena.history.event.Kind;

/** P5: when writes have stopped, every node reads the last version, for ever. */
final class Converged implements Promise {
    private final Findings findings;
    private final long maxStaleness;

    Converged(Findings findings, Contract contract) {
        this.findings = findings;
        this.maxStaleness = contract.maxStaleness().toNanos();
    }

    @Override
    public void read(Event read, Row row) {
        if (read.kind() != Kind.AUDIT) {
            return;
        }
        long settled = row.settled(read.version());
        if (settled != Due.NEVER && read.mark() - settled > (read.shelf().bounded() ? maxStaleness : 0)) {
            findings.add("P5", "not the last version", read, () -> "the last one is " + row.last());
        }
    }
}
