package dev.alacena.cache.redis;

/** Events are kept for a user with the least rights. */
class LeastRightsEventsTest extends RedisEventsTest {
    @Override
    protected Servers servers() {
        return LeastRights.on(new RedisProcess());
    }
}
