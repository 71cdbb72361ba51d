package dev.alacena.cache.redis;

/** One server keeps events. */
class SingleEventsTest extends RedisEventsTest {
    @Override
    protected Servers servers() {
        return new RedisProcess();
    }
}
