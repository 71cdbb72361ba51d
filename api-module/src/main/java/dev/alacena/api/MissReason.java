package dev.alacena.api;

/** Why the cache had no answer. */
public enum MissReason {
    /** There is no entry, and this node has never stored one or does not remember it. */
    COLD,
    /** The time to live of the entry that this node stored is over. */
    EXPIRED,
    /** The entry was invalidated lately. */
    INVALIDATED,
    /** The entry that this node stored is gone before its time, though nothing invalidated it. */
    EVICTED,
    /** One of the tags of the entry was invalidated. */
    TAG,
    /**
     * A transaction is just writing the key: it is fenced; or has written it since the caller's own transaction can have
     * begun.
     */
    FENCED,
    /** This transaction has written the key or one of its tags, or the cache is switched off. */
    BYPASS,
    /** The bytes of the entry were not written by this cache for this type. */
    UNDECODABLE,
    /** Redis did not answer in time. */
    UNAVAILABLE
}
