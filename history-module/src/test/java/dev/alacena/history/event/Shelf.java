package dev.alacena.history.event;

import java.time.Duration;
import java.util.Arrays;

/** The caches of the application process: how their entries are invalidated, and what their readers are promised. */
public enum Shelf {
    STRICT(0, false, false, Shelf.LONG),
    BOUNDED(1, true, false, Shelf.LONG),
    STRICT_TAG(2, false, true, Shelf.LONG),
    BOUNDED_TAG(3, true, true, Shelf.LONG),
    STRICT_UPDATE(4, false, false, Shelf.SHORT),
    BOUNDED_UPDATE(5, true, false, Shelf.SHORT),
    /** Two caches of the same rows. */
    TWIN_STRICT(6, false, false, Shelf.LONG),
    TWIN_BOUNDED(6, true, false, Shelf.LONG);

    /** Time to live of most entries, ISO-8601. */
    public static final String LONG = "PT1M";

    /** Time to live of those that end in every run. */
    public static final String SHORT = "PT5S";

    /** Rows of one shelf. */
    public static final int WIDTH = 64;

    /** Rows of all shelves. */
    public static final int ROWS = 7 * WIDTH;

    /** Tags of one shelf. */
    public static final int GROUPS = 8;

    private static final Shelf[] ALL = values();

    private final int aisle;
    private final boolean bounded;
    private final boolean tagged;
    private final Duration ttl;

    Shelf(int aisle, boolean bounded, boolean tagged, String ttl) {
        this.aisle = aisle;
        this.bounded = bounded;
        this.tagged = tagged;
        this.ttl = Duration.parse(ttl);
    }

    /** Whether level 1 may answer. */
    public boolean bounded() {
        return bounded;
    }

    /** Whether its entries carry tags, by which they are invalidated. */
    public boolean tagged() {
        return tagged;
    }

    /** Time to live of its entries. */
    public Duration ttl() {
        return ttl;
    }

    /** The row at this place of the shelf, 0 to {@link #WIDTH}. */
    public int row(int place) {
        return aisle * WIDTH + place;
    }

    /** The number of the tag of a row: rows that are invalidated together have the same. Unique over all shelves. */
    public static int group(int row) {
        return -1 - (row / WIDTH * GROUPS + row % GROUPS);
    }

    /** What a write of the row invalidates: its group if its shelf has tags, else the row. */
    public static int scope(int row) {
        boolean tagged = Arrays.stream(ALL).anyMatch(shelf -> shelf.tagged && shelf.aisle == row / WIDTH);
        return tagged ? group(row) : row;
    }

    static Shelf at(int ordinal) {
        return ALL[ordinal];
    }
}
