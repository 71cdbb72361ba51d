package dev.alacena.cache.redis;

/** The primary of a set that Sentinels watch tells each node what others invalidate. */
class SentinelStreamTest extends StreamTest {
    @Override
    protected Servers servers() {
        return new RedisSentinels();
    }
}
