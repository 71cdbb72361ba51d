package dev.alacena.cache.engine;

/** What an invalidation took out, or which tokens are revoked. */
public sealed interface Announcement {

    /** One entry, in all its formats. */
    record OfKey(Key key) implements Announcement {}

    /** All entries that carry a tag. */
    record OfTag(String tag) implements Announcement {}

    /** All entries that a sweep matches. */
    record OfSweep(Sweep sweep) implements Announcement {}

    /** Tokens that are accepted no longer. */
    record OfRevocation(Revocation revocation) implements Announcement {}
}
