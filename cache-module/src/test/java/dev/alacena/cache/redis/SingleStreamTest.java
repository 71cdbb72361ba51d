package dev.alacena.cache.redis;

/** One server tells each node what others invalidate. */
class SingleStreamTest extends StreamTest {
    @Override
    protected Servers servers() {
        return new RedisProcess();
    }
}
