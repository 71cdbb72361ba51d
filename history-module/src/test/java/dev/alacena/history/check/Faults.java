package dev.alacena.history.check;

import dev.alacena.history.event.Fault;
import dev.alacena.history.event.Fault.Effect;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the nemesis did and what the processes wrote down of their links, asked for by time. */
final class Faults {
    private final List<Fault> all;
    private final List<Fault> felt;
    private final List<Fault> stalls;
    private final long recovery;

    Faults(List<Fault> all, long recovery) {
        this.all = List.copyOf(all);
        this.stalls =
                all.stream().filter(fault -> fault.effect() == Effect.STALLED).toList();
        this.felt = all.stream()
                .map(this::over)
                .filter(fault -> fault.effect() != Effect.NONE && fault.effect() != Effect.STALLED)
                .toList();
        this.recovery = recovery;
    }

    /**
     * What is not confirmed never is when its process dies. If that lived on, it has broken its word, and is excused by
     * nothing.
     */
    private Fault over(Fault fault) {
        if (fault.end() != Fault.NEVER) {
            return fault;
        }
        long death = death(fault.process(), fault.begin());
        long end = death == Due.NEVER ? fault.begin() : death;
        return new Fault(fault.name(), fault.effect(), fault.process(), fault.begin(), end);
    }

    /** The spans in which the process had invalidations that were not confirmed, and that overlap this one. */
    Stream<Fault> unconfirmed(int process, long from, long to) {
        return felt.stream()
                .filter(fault ->
                        fault.effect() == Effect.UNCONFIRMED && fault.hits(process) && fault.overlaps(from, to));
    }

    /** The failover, with the time after it, in which the moment lies; null for none. */
    @Nullable
    Fault failover(long moment, long after) {
        for (Fault fault : felt) {
            if (fault.effect() == Effect.FAILOVER && fault.overlaps(moment - after, moment)) {
                return fault;
            }
        }
        return null;
    }

    /** For how long of the span the process got no processor. */
    long stalled(int process, long from, long to) {
        return stalls.stream()
                .filter(stall -> stall.hits(process) && stall.overlaps(from, to))
                .mapToLong(stall -> Math.min(to, stall.end()) - Math.max(from, stall.begin()))
                .sum();
    }

    /** Whether no fault, nor the recovery from one, overlaps the span. */
    boolean healthy(long from, long to) {
        for (Fault fault : felt) {
            if (fault.overlaps(from - recovery, to)) {
                return false;
            }
        }
        return true;
    }

    /** Those that may keep the commands back that this process sends in the span, until they are over. */
    Stream<Fault> cutting(int process, long from, long to) {
        return felt.stream()
                .filter(fault -> fault.cuts() && fault.hits(process) && fault.overlaps(from - recovery, to));
    }

    /** Whether a fault of this kind overlaps the span. */
    boolean any(Predicate<Fault> kind, long from, long to) {
        for (Fault fault : felt) {
            if (fault.overlaps(from, to) && kind.test(fault)) {
                return true;
            }
        }
        return false;
    }

    /** When the process died next; {@link Due#NEVER} if it lived on. */
    long death(int process, long after) {
        return all.stream()
                .filter(fault -> fault.effect() == Effect.KILLED && fault.process() == process && fault.end() > after)
                .mapToLong(fault -> Math.max(fault.begin(), after))
                .min()
                .orElse(Due.NEVER);
    }

    List<Fault> all() {
        return all;
    }
}
