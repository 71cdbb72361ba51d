package dev.alacena.history.check;

import dev.alacena.history.event.Event;
import dev.alacena.history.event.Fault.Effect;
import dev.alacena.history.event.Outcome;

/** P7: no call fails, and none takes much longer, because of the cache. */
final class Undisturbed {
    private static final String PROMISE = "P7";

    private final Findings findings;
    private final Faults faults;
    private final long limit;
    private final Histogram healthy = new Histogram();
    private final Histogram faulty = new Histogram();

    Undisturbed(Findings findings, Contract contract, Faults faults) {
        this.findings = findings;
        this.faults = faults;
        this.limit = contract.times().added().toNanos();
    }

    void call(Event call) {
        if (call.outcome() == Outcome.ERROR) {
            findings.add(PROMISE, "failed call", call, () -> "errors-%s.log says how".formatted(call.node()));
        }
    }

    /** A read, which took what its loader took, and this much more. */
    void read(Event read, boolean health) {
        call(read);
        long added = read.end() - read.start() - read.loadMicros() * 1_000L;
        if (paused(read)) {
            return;
        }
        (health ? healthy : faulty).add(added);
        if (added > limit && added - faults.stalled(read.process(), read.start(), read.end()) > limit) {
            findings.add(PROMISE, "slow call", read, () -> "%.0f ms more than its loader".formatted(added / 1e6));
        }
    }

    private boolean paused(Event read) {
        return faults.any(
                fault -> fault.effect() == Effect.PAUSED && fault.hits(read.process()), read.start(), read.end());
    }

    String text() {
        return "added to the loader: in health %s; in and after faults %s".formatted(healthy.text(), faulty.text());
    }
}
