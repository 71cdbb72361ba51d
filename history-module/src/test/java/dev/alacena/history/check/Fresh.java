package dev.alacena.history.check;

import dev.alacena.history.event.Event;
import dev.alacena.history.event.Fault;
import dev.alacena.history.event.Kind;

/**
 * P1 for strict caches, P3 for bounded ones: a read finds what was written before it, or a bound before it. Over a failover
 * all find what was written some time before it.
 */
final class Fresh implements Promise {
    private final Findings findings;
    private final Faults faults;
    private final long maxStaleness;
    private final long failover;
    private final Loads loads;

    Fresh(Findings findings, Contract contract, Faults faults, Loads loads) {
        this.loads = loads;
        this.findings = findings;
        this.faults = faults;
        this.maxStaleness = contract.maxStaleness().toNanos();
        this.failover = contract.failover().toNanos();
    }

    @Override
    public void read(Event read, Row row) {
        if (read.kind() == Kind.AUDIT) {
            return;
        }
        boolean bounded = read.shelf().bounded();
        long due = row.overtakenForAll(read.version());
        long late = read.mark() - due;
        if (due != Due.NEVER && late > (bounded ? maxStaleness : 0) && late > lost(read)) {
            findings.add(bounded ? "P3" : "P1", "stale read", read, () -> "a later version was due %.1f ms before; %s"
                    .formatted(late / 1e6, loads.origin(read)));
        }
    }

    /** How old the writes may be that a failover has lost, and that were not sent again yet; 0 without one. */
    private long lost(Event read) {
        Fault fault = faults.failover(read.mark(), failover);
        return fault == null ? 0 : read.mark() - fault.begin() + failover;
    }
}
