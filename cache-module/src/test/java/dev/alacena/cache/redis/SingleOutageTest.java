package dev.alacena.cache.redis;

/** One server that goes. */
class SingleOutageTest extends OutageTest {
    @Override
    protected Servers servers() {
        return new RedisProcess();
    }
}
