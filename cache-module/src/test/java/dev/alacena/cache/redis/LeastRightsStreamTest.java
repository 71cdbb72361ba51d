package dev.alacena.cache.redis;

import org.junit.jupiter.api.AfterEach;

/** A node whose user has the least rights hears what others invalidate. */
class LeastRightsStreamTest extends StreamTest {
    @Override
    protected Servers servers() {
        return LeastRights.server();
    }

    @Override
    protected RedisConnection.Login login() {
        return LeastRights.LOGIN;
    }

    @AfterEach
    void suffice() {
        servers.start();
        servers.primaries().forEach(LeastRights::suffice);
    }
}
