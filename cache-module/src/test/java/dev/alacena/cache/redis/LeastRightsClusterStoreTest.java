package dev.alacena.cache.redis;

/** A Cluster keeps the contract for a user with the least rights. */
class LeastRightsClusterStoreTest extends ClusterStoreTest {
    @Override
    protected Servers servers() {
        return LeastRights.on(super.servers());
    }
}
