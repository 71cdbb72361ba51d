package dev.alacena.history.check;

import dev.alacena.history.event.Event;
import dev.alacena.history.event.Outcome;

/**
 * From when on nobody may miss a write: from when it returned. If its process had invalidations then that were not confirmed,
 * as it wrote down itself, from when they were; if nobody knows that it returned, from when its fence has come down by itself.
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
        long due = confirmed(write);
        // what a process kept back is lost with it
        return due > write.end() && faults.death(write.process(), write.end()) <= due
                ? due + write.shelf().ttl().toNanos()
                : due;
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
        return unsure(write, end) ? gone + write.shelf().ttl().toNanos() : gone;
    }

    /** Whether its invalidation may have been late. */
    boolean excused(Event write) {
        long end = end(write);
        return end == NEVER || (write.outcome() == Outcome.DONE ? confirmed(write) > end : unsure(write, end));
    }

    /** How long its fences may stand. */
    long fenced(Event write) {
        long end = end(write);
        if (end == NEVER) {
            return NEVER;
        }
        boolean lowered = write.outcome() == Outcome.DONE || write.outcome() == Outcome.ROLLED_BACK;
        return lowered && !unsure(write, end)
                ? end
                : reached(write, end) + contract.times().fence().toNanos();
    }

    /** When its process died, if nobody knows how it ended. */
    private long end(Event write) {
        return write.outcome() == Outcome.PENDING ? faults.death(write.process(), write.start()) : write.end();
    }

    /** When all was confirmed that its process had invalidated by its end. */
    private long confirmed(Event write) {
        return faults.unconfirmed(write.process(), write.start(), write.end())
                .mapToLong(span -> span.end())
                .reduce(write.end(), Math::max);
    }

    /** Whether some of its commands may have been late: the nemesis was at work, or it took as long as a command may. */
    private boolean unsure(Event write, long end) {
        return end - write.start() >= contract.times().command().toNanos()
                || faults.cutting(write.process(), write.start(), end).findAny().isPresent();
    }

    /** When all of its commands have reached the server, or never will. */
    private long reached(Event write, long end) {
        long recovery = contract.recovery().toNanos();
        return faults.cutting(write.process(), write.start(), end)
                .mapToLong(fault -> fault.end() + recovery)
                .reduce(end + recovery, Math::max);
    }
}
