package dev.alacena.history.event;

/**
 * What the nemesis did, or what a process wrote down of itself.
 *
 * @param name of the fault
 * @param effect what it may do to the promises
 * @param process whom it hit, or {@link #ALL}
 * @param begin a moment before it began
 * @param end a moment after it was over, or {@link #NEVER}
 */
public record Fault(String name, Effect effect, int process, long begin, long end) {
    public static final int ALL = -1;
    public static final long NEVER = Long.MAX_VALUE;

    /** What a fault may do to the promises. */
    public enum Effect {
        /** Nothing. */
        NONE,
        /** The server has forgotten what it knew: more loads. */
        FORGETFUL,
        /** Commands may be lost or late: more loads. Whether invalidations are, the process itself knows. */
        UNREACHABLE,
        /** The same, and the server has forgotten. */
        GONE,
        /** The process has invalidated what the server has not confirmed: it tells the others when it is. */
        UNCONFIRMED,
        /** Invalidations of others are not heard. */
        DEAF,
        /** The process stood still. */
        PAUSED,
        /** A thread of the process that wanted to go on could not: it got no processor. */
        STALLED,
        /** The process died. */
        KILLED,
        /** Another server took over, without what the old one had told nobody. */
        FAILOVER
    }

    public boolean hits(int other) {
        return process == ALL || process == other;
    }

    /** Whether it overlaps a span of time. */
    public boolean overlaps(long from, long to) {
        return begin <= to && from <= end;
    }

    /** Whether what was sent meanwhile may be lost or late. */
    public boolean cuts() {
        return effect == Effect.UNREACHABLE
                || effect == Effect.GONE
                || effect == Effect.FAILOVER
                || effect == Effect.UNCONFIRMED;
    }

    /** Whether loads that it does not touch in their own process are disturbed. */
    public boolean disturbs() {
        return effect != Effect.DEAF && effect != Effect.UNCONFIRMED && effect != Effect.STALLED;
    }

    /** Whether entries may be gone after it. */
    public boolean forgets() {
        return effect == Effect.FORGETFUL || effect == Effect.GONE || effect == Effect.FAILOVER;
    }
}
