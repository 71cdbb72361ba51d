package dev.alacena.benchmark.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TCP on loopback. */
final class Ports {
    static final String HOST = "127.0.0.1";

    private Ports() {}

    /** A port that nobody uses now. */
    static int free() throws IOException {
        try (ServerSocket socket = listen()) {
            return socket.getLocalPort();
        }
    }

    /** Listens on a port that nobody uses. */
    static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 0, host());
    }

    static Socket connect(int port) throws IOException {
        Socket socket = new Socket(host(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static InetAddress host() throws IOException {
        return InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1});
    }
}
