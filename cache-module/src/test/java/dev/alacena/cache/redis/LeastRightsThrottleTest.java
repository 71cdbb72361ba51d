package dev.alacena.cache.redis;

import org.junit.jupiter.api.AfterEach;

/** Limits count for a user with the least rights. */
class LeastRightsThrottleTest extends RedisThrottleTest {
    @Override
    protected Servers servers() {
        RedisProcess server = new RedisProcess();
        LeastRights.on(server.primaries());
        return server;
    }

    @Override
    protected RedisConnection.Login login() {
        return LeastRights.LOGIN;
    }

    @AfterEach
    void nothingWasRefused() {
        servers.primaries().forEach(LeastRights::suffice);
    }
}
