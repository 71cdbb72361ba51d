package dev.alacena.cache.redis;

import org.junit.jupiter.api.AfterEach;

/** A node whose user has the least rights hears what others invalidate. */
class LeastRightsStreamTest extends StreamTest {
    private RedisProcess server;

    @Override
    protected RedisProcess redis() {
        server = LeastRights.server();
        server.start();
        return server;
    }

    @Override
    protected RedisConnection.Login login() {
        return LeastRights.LOGIN;
    }

    @Override
    @AfterEach
    void stop() {
        try {
            server.start();
            LeastRights.suffice(server);
        } finally {
            super.stop();
        }
    }
}
