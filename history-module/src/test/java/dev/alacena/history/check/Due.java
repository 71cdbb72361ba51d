package dev.alacena.history.check;

import dev.alacena.history.check.Contract.Gap;
import dev.alacena.history.event.Event;
import dev.alacena.history.event.Fault.Effect;
import dev.alacena.history.event.Outcome;

/**
 * From when on nobody may miss a write. In health that is when it returned; if nobody knows that it did, when its fence has
 * come down by itself. A writer that could not reach the server, as
 * the log of the nemesis tells, or because the call took as long as a command may, gets until the recovery.
 */
final class Due {
    static final long NEVER = Long.MAX_VALUE;

    private final Contract contract;
    private final Faults faults;

    Due(Contract contract, Faults faults) {
        this.contract = contract;
        this.faults = faults;
    }

    /** When it returned; {@link #NEVER} if it did not, or not so that the caller knew what had become of it. */
    static long acknowledged(Event write) {
        return write.outcome() == Outcome.DONE ? write.end() : NEVER;
    }

    long of(Event write) {
        if (write.outcome() != Outcome.DONE) {
            return settled(write);
        }
        long due = promised(write, write.end());
        if (due == write.end()) {
            return due;
        }
        boolean lost = contract.lacks(Gap.KEPT_INVALIDATIONS) || faults.death(write.process(), write.end()) < due;
        return lost ? due + write.shelf().ttl().toNanos() : due;
    }

    /** From when on its own process may not miss it: always as soon as it returned. */
    long own(Event write) {
        return contract.lacks(Gap.KEPT_INVALIDATIONS) ? of(write) : acknowledged(write);
    }

    /** From when on nobody may miss it even if its writer died or never knew: its fence has then come down by itself. */
    long settled(Event write) {
        long end = end(write);
        if (end == NEVER) {
            return NEVER;
        }
        if (write.outcome() == Outcome.DONE) {
            return of(write);
        }
        long gone =
                end + contract.times().fence().toNanos() + contract.recovery().toNanos();
        return excused(write) ? gone + write.shelf().ttl().toNanos() : gone;
    }

    /** Whether its invalidation may have been late. */
    boolean excused(Event write) {
        long end = end(write);
        return end == NEVER || promised(write, end) > end;
    }

    /** How long its fences may stand. */
    long fenced(Event write) {
        long end = end(write);
        if (end == NEVER) {
            return NEVER;
        }
        long promised = promised(write, end);
        boolean lowered = write.outcome() == Outcome.DONE || write.outcome() == Outcome.ROLLED_BACK;
        return lowered && promised == end
                ? end
                : promised + contract.times().fence().toNanos();
    }

    /** When its process died, if nobody knows how it ended. */
    private long end(Event write) {
        return write.outcome() == Outcome.PENDING ? faults.death(write.process(), write.start()) : write.end();
    }

    private long promised(Event write, long end) {
        long recovery = contract.recovery().toNanos();
        long due = slow(write, end) ? end + recovery : end;
        return faults.cutting(write.process(), write.start(), end)
                .mapToLong(fault -> fault.end()
                        + (fault.effect() == Effect.FAILOVER
                                ? contract.failover().toNanos()
                                : recovery))
                .reduce(due, Math::max);
    }

    private boolean slow(Event write, long end) {
        return end - write.start() >= contract.times().command().toNanos();
    }
}
