package dev.alacena.launcher.load;

import java.util.Locale;

/**
 * One turn on each node.
 *
 * @param with caches
 * @param without caches
 * @param counted on the node with caches
 */
record Round(Times with, Times without, Counter.State counted) {

    /** Hits of all reads of a cache, 0 to 1. */
    double hitRate() {
        return (double) counted.hits() / (counted.hits() + counted.misses());
    }

    /** SQL statements for each request of a client, transaction control included. */
    double statements() {
        return (double) counted.statements() / with.requests();
    }

    /** What the caches save of the median time of a kind of request, 0 to 1. */
    double cut(String kind) {
        return 1 - with.median(kind) / without.median(kind);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d requests with caches, %d without, hit rate %.1f %%, %.1f SQL statements for 100 requests",
                with.requests(),
                without.requests(),
                100 * hitRate(),
                100 * statements());
    }
}
