package dev.alacena.cache.redis;

/** One server keeps the contract for a user with the least rights. */
class LeastRightsStoreTest extends RedisStoreTest {
    @Override
    protected Servers servers() {
        return LeastRights.on(new RedisProcess());
    }
}
