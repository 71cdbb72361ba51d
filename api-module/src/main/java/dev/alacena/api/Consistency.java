package dev.alacena.api;

/** How fresh an answer of a cache is after a commit. */
public enum Consistency {
    /** What {@code alacena.defaults.consistency} says; {@link #STRICT} when it says nothing. */
    DEFAULT,

    /** Every read asks Redis: no read that begins after a commit returned sees the value from before it. */
    STRICT,

    /**
     * The near cache, level 1, may answer from memory. Reads on the node of the writer are as with {@link #STRICT};
     * other nodes see the commit at most {@code alacena.max-staleness} (default one second) later.
     */
    BOUNDED
}
