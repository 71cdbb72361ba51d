package dev.alacena.history.event;

/**
 * What the nemesis did.
 *
 * @param name of the fault
 * @param effect what it may do to the promises
 * @param process whom it hit, or {@link #ALL}
 * @param begin a moment before it began
 * @param end a moment after it was over
 */
public record Fault(String name, Effect effect, int process, long begin, long end) {
    public static final int ALL = -1;

    /** What a fault may do to the promises. */
    public enum Effect {
        /** Nothing. */
        NONE,
        /** The server has forgotten what it knew: more loads. */
        FORGETFUL,
        /** Commands may be lost or late: invalidations come when the server is reached again. More loads. */
        UNREACHABLE,
        /** The same, and the server has forgotten. */
        GONE,
        /** Invalidations of others are not heard. */
        DEAF,
        /** The process stood still. */
        PAUSED,
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
        return effect == Effect.UNREACHABLE || effect == Effect.GONE || effect == Effect.FAILOVER;
    }

    /** Whether entries may be gone after it. */
    public boolean forgets() {
        return effect == Effect.FORGETFUL || effect == Effect.GONE || effect == Effect.FAILOVER;
    }
}
