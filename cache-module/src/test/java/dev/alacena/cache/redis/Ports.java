package dev.alacena.cache.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Free ports of loopback, each given out once. The one 10,000 above is free too: nodes of a Cluster talk there. */
final class Ports {
    private static final int BUS = 10_000;
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
        try (ServerSocket one = bound(0);
                ServerSocket other = bound(one.getLocalPort() + BUS)) {
            return GIVEN.add(one.getLocalPort()) && GIVEN.add(other.getLocalPort()) ? one.getLocalPort() : 0;
        } catch (IOException | IllegalArgumentException taken) {
            return 0;
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
