package dev.alacena.cache.engine;

/** What an invalidation took out. */
public sealed interface Announcement {

    /** One entry, in all its formats. */
    record OfKey(Key key) implements Announcement {}

    /** All entries that carry a tag. */
    record OfTag(String tag) implements Announcement {}

    /** All entries that a sweep matches. */
    record OfSweep(Sweep sweep) implements Announcement {}
}
