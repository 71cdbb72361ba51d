package dev.alacena.cache.redis;

/** Limits count for a user with the least rights. */
class LeastRightsThrottleTest extends RedisThrottleTest {
    @Override
    protected Servers servers() {
        return LeastRights.on(new RedisProcess());
    }
}
