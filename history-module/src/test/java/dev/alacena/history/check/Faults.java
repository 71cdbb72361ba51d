package dev.alacena.history.check;

import dev.alacena.history.event.Fault;
import dev.alacena.history.event.Fault.Effect;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the nemesis did, asked for by time. */
final class Faults {
    private final List<Fault> all;
    private final List<Fault> felt;
    private final long recovery;

    Faults(List<Fault> all, long recovery) {
        this.all = List.copyOf(all);
        this.felt = all.stream().filter(fault -> fault.effect() != Effect.NONE).toList();
        this.recovery = recovery;
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
