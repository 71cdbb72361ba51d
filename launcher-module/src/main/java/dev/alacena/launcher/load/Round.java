package dev.alacena.launcher.load;

import java.util.Locale;

/**
 * One turn on each node.
 *
 * @param with caches
 * @param without caches
 * @param counted during the turn on the node with caches
 * @param countedWithout during the other one
 */
record Round(Times with, Times without, Counter.State counted, Counter.State countedWithout) {

    /** Hits of all reads of a cache, 0 to 1. */
    double hitRate() {
        return (double) counted.hits() / (counted.hits() + counted.misses());
    }

    /** SQL statements for each request of a client, transaction control included. */
    double statements() {
        return (double) counted.statements() / with.requests();
    }

    /** The same without what only begins or ends a transaction. */
    double queries() {
        return (double) (counted.statements() - counted.control()) / with.requests();
    }

    /** {@link #statements} on the node without caches. */
    double statementsWithout() {
        return (double) countedWithout.statements() / without.requests();
    }

    /** {@link #queries} on the node without caches. */
    double queriesWithout() {
        return (double) (countedWithout.statements() - countedWithout.control()) / without.requests();
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
