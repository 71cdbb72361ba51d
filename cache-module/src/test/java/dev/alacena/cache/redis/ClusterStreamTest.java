package dev.alacena.cache.redis;

/** A Cluster tells each node what others invalidate. */
class ClusterStreamTest extends StreamTest {
    @Override
    protected Servers servers() {
        return RedisCluster.shared();
    }
}
