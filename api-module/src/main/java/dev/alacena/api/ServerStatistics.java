package dev.alacena.api;

/**
 * What the Redis or Valkey server tells of itself ({@code INFO} and {@code DBSIZE}); all zero when it did not answer. Of a
 * Cluster the sums over its primaries; all zero when one of them did not answer.
 *
 * @param configured whether a server is configured at all
 * @param connected whether it answered within the time-out
 * @param keysCount keys in the database, those of other applications included
 * @param usedMemory bytes that the server uses
 * @param connectedClients connections to the server
 * @param totalCommands commands that the server has executed
 * @param keyspaceHits reads of the server that found a key
 * @param keyspaceMisses reads of the server that found none
 * @param evictedKeys keys that the server dropped for want of memory
 */
public record ServerStatistics(
        boolean configured,
        boolean connected,
        long keysCount,
        long usedMemory,
        long connectedClients,
        long totalCommands,
        long keyspaceHits,
        long keyspaceMisses,
        long evictedKeys) {

    /** What is known of a server that did not answer, or that is not configured. */
    public static ServerStatistics silent(boolean configured) {
        return new ServerStatistics(configured, false, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Hits over hits and misses of the server, 0 to 1; 0 before the first read. */
    public double hitRate() {
        long reads = keyspaceHits + keyspaceMisses;
        return reads == 0 ? 0 : (double) keyspaceHits / reads;
    }
}
