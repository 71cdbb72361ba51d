package dev.alacena.cache.redis;

import org.junit.jupiter.api.AfterEach;

/** A user with the least rights keeps the copy of the revocations. */
class LeastRightsRevocationsTest extends RedisRevocationsTest {
    @Override
    protected RedisConnection.Login login() {
        return LeastRights.LOGIN;
    }

    /** It knows the user from its start, as tests restart it. */
    @Override
    protected RedisProcess redis() {
        RedisProcess server = LeastRights.server();
        server.start();
        return server;
    }

    @Override
    @AfterEach
    void stop() {
        try {
            LeastRights.suffice(redis);
        } finally {
            super.stop();
        }
    }
}
