package dev.alacena.web.cache;

import dev.alacena.api.Caches;
import dev.alacena.api.ServerStatistics;
import java.util.List;

/** What Redis tells of itself, and what happened in each cache on this node. */
record CacheOverview(
        boolean connected,
        long keysCount,
        long usedMemory,
        long connectedClients,
        long totalCommands,
        long keyspaceHits,
        long keyspaceMisses,
        double hitRate,
        long evictedKeys,
        List<CacheReport> caches) {

    static CacheOverview of(Caches caches) {
        ServerStatistics server = caches.server();
        return new CacheOverview(
                server.connected(),
                server.keysCount(),
                server.usedMemory(),
                server.connectedClients(),
                server.totalCommands(),
                server.keyspaceHits(),
                server.keyspaceMisses(),
                server.hitRate(),
                server.evictedKeys(),
                caches.statistics().stream().map(CacheReport::of).toList());
    }
}
