package dev.alacena.cache.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A port of loopback from which every connection goes on to a Redis. */
abstract class Relay implements AutoCloseable {
    private final RedisProcess redis;
    private final ServerSocket door;

    Relay(RedisProcess redis, ServerSocket door) {
        this.redis = redis;
        this.door = door;
    }

    /** Lets clients in, once all that answers needs is there. */
    final void open() {
        run(this::accept);
    }

    final int port() {
        return door.getLocalPort();
    }

    /** Passes on what the server says until it says no more. */
    abstract void answers(Socket server, Socket client) throws IOException;

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), redis.port());
            run(() -> pump(client, server));
            run(() -> answers(server, client));
        }
    }

    static void pump(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** A broken connection ends its threads: the client notices, and that is what tests look at. */
    private static void run(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException broken) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
