package dev.alacena.cache.engine;

/** Is told by a store what its other users have invalidated. Called by one thread at a time. */
public interface Listener {

    /** Whatever was invalidated before this moment of the clock, in nanoseconds, has been told. */
    void heard(long moment);

    /** This has been invalidated, here or elsewhere, once or more often. */
    void invalidated(Announcement announcement);

    /** Something may have been missed. */
    void missed();

    /** Another server answers than before: it may have lost what its predecessor had confirmed. */
    void replaced();

    /** The writer of a sweep that was recorded has not made it: this node is to do so. */
    void abandoned(Sweep sweep, String fence);

    /** Every invalidation is told before it returns. */
    default void attached() {
        heard(Long.MAX_VALUE);
    }
}
