package dev.alacena.benchmark.paired;

/**
 * What one operation cost in a turn.
 *
 * @param nanos of time: that of the turn, divided by the operations of all threads
 * @param client nanoseconds of processor time in this process
 * @param server the same in the server
 * @param bytes allocated
 */
public record Reading(double nanos, double client, double server, double bytes) {
    /** Where only time was read. */
    public static Reading ofTime(double nanos) {
        return new Reading(nanos, 0, 0, 0);
    }

    /** Processor time of both processes. */
    public double processors() {
        return client + server;
    }
}
