package dev.alacena.cache.redis;

/** One server keeps the contract. */
class SingleStoreTest extends RedisStoreTest {
    @Override
    protected Servers servers() {
        return new RedisProcess();
    }
}
