package dev.alacena.history.event;

/** What an event is. */
public enum Kind {
    /** A read through a cache. */
    READ,
    /** A read inside of a transaction that has itself written the row. */
    OWN,
    /** A read after all writing has stopped. */
    AUDIT,
    /** A loader ran, inside of a read. */
    LOAD,
    /** The same, inside of a transaction. */
    LOAD_IN_TRANSACTION,
    /** A write of one row, alone or in a transaction. */
    WRITE;

    private static final Kind[] ALL = values();

    public boolean isLoad() {
        return this == LOAD || this == LOAD_IN_TRANSACTION;
    }

    static Kind at(int ordinal) {
        return ALL[ordinal];
    }
}
