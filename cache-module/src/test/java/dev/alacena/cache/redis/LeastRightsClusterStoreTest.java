package dev.alacena.cache.redis;

import org.junit.jupiter.api.AfterEach;

/** A Cluster keeps the contract for a user with the least rights. */
class LeastRightsClusterStoreTest extends ClusterStoreTest {
    @Override
    protected Servers servers() {
        Servers cluster = super.servers();
        LeastRights.on(cluster.primaries());
        return cluster;
    }

    @Override
    protected RedisConnection.Login login() {
        return LeastRights.LOGIN;
    }

    @AfterEach
    void nothingWasRefused() {
        servers.primaries().forEach(LeastRights::suffice);
    }
}
