package dev.alacena.cache.redis;

/** One server keeps the contract of limits. */
class SingleThrottleTest extends RedisThrottleTest {
    @Override
    protected Servers servers() {
        return new RedisProcess();
    }
}
