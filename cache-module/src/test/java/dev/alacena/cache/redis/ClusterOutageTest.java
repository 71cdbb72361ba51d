package dev.alacena.cache.redis;

/** A Cluster that goes as a whole. */
class ClusterOutageTest extends OutageTest {
    @Override
    protected Servers servers() {
        return RedisCluster.shared();
    }
}
