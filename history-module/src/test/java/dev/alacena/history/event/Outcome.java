package dev.alacena.history.event;

/** How an event ended. */
public enum Outcome {
    /** It has begun; if this is the last word, its process died. */
    PENDING,
    /** It returned, or threw what does not roll back. */
    DONE,
    /** It was rolled back on purpose. */
    ROLLED_BACK,
    /** The database or the transaction manager refused. */
    DATABASE,
    /** A read returned the value of another row. */
    FOREIGN,
    /** Of a load: it returned, but some command before or after it found no answer, so others may not have it. */
    CUT_OFF,
    /** It failed for no reason that the application or its database gave. */
    ERROR;

    private static final Outcome[] ALL = values();

    static Outcome at(int ordinal) {
        return ALL[ordinal];
    }
}
