package dev.alacena.cache.redis;

/** A primary that goes together with its replica and its Sentinels. */
class SentinelOutageTest extends OutageTest {
    @Override
    protected Servers servers() {
        return new RedisSentinels();
    }
}
