package dev.alacena.history.check;

import java.time.Duration;

/**
 * The numbers of the contract, under which a run was made.
 *
 * @param maxStaleness how late a bounded cache may hear, the margin of the machine included
 * @param recovery after a fault, until all is as it was
 * @param failover how long a stale read may last over a failover
 * @param times those of the settings that the processes ran with
 */
public record Contract(Duration maxStaleness, Duration recovery, Duration failover, Times times) {

    /**
     * Settings of the processes.
     *
     * @param command longest wait for a command; who waits that long may have gone on without it
     * @param doubt by how much the library takes a transaction's view to be older than its request: a command and its connection
     * @param lease how long a loader owns a row
     * @param fence how long a fence stands whose writer died
     * @param added how much longer than its loader a read may take
     */
    public record Times(Duration command, Duration doubt, Duration lease, Duration fence, Duration added) {}
}
