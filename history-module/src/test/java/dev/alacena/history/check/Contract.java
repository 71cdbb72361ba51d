package dev.alacena.history.check;

import java.time.Duration;
import java.util.Set;

/**
 * The numbers of the contract, under which a run was made.
 *
 * @param maxStaleness how late a bounded cache may hear, the margin of the machine included
 * @param recovery after a fault, until what was kept back has been sent
 * @param failover how long a stale read may last over a failover
 * @param times those of the settings that the processes ran with
 * @param gaps what the library does not promise yet
 */
public record Contract(Duration maxStaleness, Duration recovery, Duration failover, Times times, Set<Gap> gaps) {

    public Contract {
        gaps = Set.copyOf(gaps);
    }

    /**
     * Settings of the processes.
     *
     * @param command longest wait for a command; who waits that long may have gone on without it
     * @param lease how long a loader owns a row
     * @param fence how long a fence stands whose writer died
     * @param added how much longer than its loader a read may take
     */
    public record Times(Duration command, Duration lease, Duration fence, Duration added) {}

    /** What is known to be missing. */
    public enum Gap {
        /** A load in an old snapshot may be stored (R8): no such transactions are run. */
        SNAPSHOTS,
        /** An invalidation that could not be sent is lost: what it should have taken lives to the end of its time. */
        KEPT_INVALIDATIONS,
        /** What a load around level 1 returned may be newer than the copy in level 1: P4 of bounded caches is not held. */
        LOADS_AROUND_LEVEL_1,
        /**
         * A loader that finds what another has just stored under a tag that is gone loads, and stores nothing: P6 of tagged
         * caches is not held.
         */
        DEAD_ON_ARRIVAL,
        /**
         * Who waits for a load of this process that stores nothing, as a writer was at work when it began, loads too when it
         * returns, though there may be a value by then: P6.
         */
        WAITERS_BEHIND_A_FENCE
    }

    boolean lacks(Gap gap) {
        return gaps.contains(gap);
    }
}
