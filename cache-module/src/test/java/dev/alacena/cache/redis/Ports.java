package dev.alacena.cache.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports of loopback, each given out once. The one 10,000 above is free too: nodes of a Cluster talk there. Both are below
 * those that the system gives to clients, or a client could have the port of a server that is away just now.
 */
final class Ports {
    private static final int BUS = 10_000;
    private static final int FIRST = 10_000;
    private static final int OF_CLIENTS = 32_768;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    static int free() {
        int[] found = {0};
        Await.until("there are two free ports", () -> {
            found[0] = candidate();
            return found[0] > 0;
        });
        return found[0];
    }

    private static int candidate() {
        int port = ThreadLocalRandom.current().nextInt(FIRST, OF_CLIENTS - BUS);
        try (ServerSocket one = bound(port);
                ServerSocket other = bound(port + BUS)) {
            return GIVEN.add(one.getLocalPort()) && GIVEN.add(other.getLocalPort()) ? one.getLocalPort() : 0;
        } catch (IOException taken) {
            return 0;
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
