package dev.alacena.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.stream.IntStream;

/** TCP ports on the loopback address. */
final class Ports {

    static final String HOST = "127.0.0.1";
    private static final int CONNECT_MILLIS = 1_000;

    private Ports() {}

    /** A port that nobody uses now. */
    static int free() throws LaunchFailure {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LaunchFailure("no free port on " + HOST, e);
        }
    }

    /** Refuses to go on if one of the ports is in use. */
    static void requireFree(int first, int count) throws LaunchFailure {
        List<Integer> taken = IntStream.range(first, first + count)
                .filter(port -> isTaken(port))
                .boxed()
                .toList();
        if (!taken.isEmpty()) {
            throw new LaunchFailure(
                    "port %s on %s is taken by another process, and the application is to listen there. %s"
                            .formatted(
                                    taken.size() == 1 ? taken.get(0) : taken.toString(),
                                    HOST,
                                    "Stop that process, or choose another port with -Dport=, for example -Dport=%d."
                                            .formatted(Math.min(first + 1_000, 65_535 - count))));
        }
    }

    private static boolean isTaken(int port) {
        // a listener on all addresses does not hinder a bind to one of them on every system
        return answers(HOST, port) || !canBind(port);
    }

    static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, loopback())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Always the one of IPv4, whatever the JVM prefers. */
    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
