package dev.alacena.cache.redis;

/** A Cluster keeps events. */
class ClusterEventsTest extends RedisEventsTest {
    @Override
    protected Servers servers() {
        RedisCluster cluster = RedisCluster.shared();
        cluster.start();
        return cluster;
    }
}
