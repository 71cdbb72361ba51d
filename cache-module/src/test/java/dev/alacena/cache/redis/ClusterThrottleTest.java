package dev.alacena.cache.redis;

/** A Cluster keeps the contract of limits. */
class ClusterThrottleTest extends RedisThrottleTest {
    @Override
    protected Servers servers() {
        RedisCluster cluster = RedisCluster.shared();
        cluster.start();
        return cluster;
    }
}
