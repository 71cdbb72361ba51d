package dev.alacena.history.check;

import dev.alacena.history.event.Event;
import dev.alacena.history.event.Kind;

/** P1 for strict caches, P3 for bounded ones: a read finds what was written before it, or a bound before it. */
final class Fresh implements Promise {
    private final Findings findings;
    private final long maxStaleness;
    private final Loads loads;

    Fresh(Findings findings, Contract contract, Loads loads) {
        this.loads = loads;
        this.findings = findings;
        this.maxStaleness = contract.maxStaleness().toNanos();
    }

    @Override
    public void read(Event read, Row row) {
        if (read.kind() == Kind.AUDIT) {
            return;
        }
        boolean bounded = read.shelf().bounded();
        long due = row.overtakenForAll(read.version());
        if (due != Due.NEVER && read.mark() - due > (bounded ? maxStaleness : 0)) {
            findings.add(bounded ? "P3" : "P1", "stale read", read, () -> "a later version was due %.1f ms before; %s"
                    .formatted((read.mark() - due) / 1e6, loads.origin(read)));
        }
    }
}
