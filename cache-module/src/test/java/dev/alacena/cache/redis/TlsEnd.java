package dev.alacena.cache.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/** Takes TLS off what comes to a port of loopback and hands it to a Redis, as a server with TLS of its own would. */
final class TlsEnd implements AutoCloseable {
    private final RedisProcess redis;
    private final ServerSocket door;

    /** Asks for this client's certificate, if one is given. */
    TlsEnd(RedisProcess redis, Certificate own, @Nullable Certificate client)
            throws IOException, GeneralSecurityException {
        this.redis = redis;
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                own.keys().getKeyManagers(),
                client == null ? null : client.trusted().getTrustManagers(),
                null);
        SSLServerSocket socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(client != null);
        door = socket;
        run(this::accept);
    }

    String url(String host) {
        return "rediss://%s:%d".formatted(host, door.getLocalPort());
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), redis.port());
            run(() -> pump(client, server));
            run(() -> pump(server, client));
        }
    }

    private static void pump(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
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
