package dev.alacena.cache.redis;

/** The primary of a set that Sentinels watch keeps the contract. */
class SentinelStoreTest extends RedisStoreTest {
    @Override
    protected Servers servers() {
        return new RedisSentinels();
    }
}
