package dev.alacena.cache.redis;

import org.junit.jupiter.api.AfterEach;

/** An application whose user has the least rights outlives its server and finds it again. */
class LeastRightsOutageTest extends OutageTest {
    private RedisProcess server;

    @Override
    protected Servers servers() {
        server = LeastRights.server();
        server.start();
        return server;
    }

    @Override
    protected Node node(Topology topology) {
        return new Node(topology, LeastRights.LOGIN);
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
