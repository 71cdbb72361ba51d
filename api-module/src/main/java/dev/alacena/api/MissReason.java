package dev.alacena.api;

/** Why the cache had no answer. */
public enum MissReason {
    /** There is no entry: never stored, expired, invalidated or evicted. */
    COLD,
    /** One of the tags of the entry was invalidated. */
    TAG,
    /** A transaction is just writing the key: it is fenced. */
    FENCED,
    /** This transaction has written the key or one of its tags, or the cache is switched off. */
    BYPASS,
    /** The bytes of the entry were not written by this cache for this type. */
    UNDECODABLE,
    /** Redis did not answer in time. */
    UNAVAILABLE
}
