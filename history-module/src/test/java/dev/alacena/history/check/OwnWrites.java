package dev.alacena.history.check;

import dev.alacena.history.event.Event;

/** P2: a process finds what it has itself written, whatever the cache. */
final class OwnWrites implements Promise {
    private final Findings findings;
    private final Loads loads;

    OwnWrites(Findings findings, Loads loads) {
        this.loads = loads;
        this.findings = findings;
    }

    @Override
    public void read(Event read, Row row) {
        long due = row.overtakenByOwn(read.version(), read.node());
        if (due != Due.NEVER && read.mark() > due) {
            findings.add(
                    "P2", "own write missed", read, () -> "this process had written a later version %.1f ms before; %s"
                            .formatted((read.mark() - due) / 1e6, loads.origin(read)));
        }
    }
}
