package dev.alacena.cache.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A way to a Redis on which answers come as late as a test wants. */
final class LateLink extends Relay {
    private final ScheduledExecutorService post = Executors.newSingleThreadScheduledExecutor();
    private volatile long late;

    LateLink(RedisProcess redis) {
        super(redis, door());
        open();
    }

    private static ServerSocket door() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Topology topology() {
        return new Topology.Single("redis://127.0.0.1:" + port());
    }

    void late(Duration by) {
        late = by.toNanos();
    }

    /** None overtakes another. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // an answer that cannot be delivered is one that the client misses
    void answers(Socket server, Socket client) throws IOException {
        InputStream in = server.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] bytes = new byte[1 << 16];
        long due = System.nanoTime();
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
            byte[] answer = Arrays.copyOf(bytes, read);
            long now = System.nanoTime();
            due = Math.max(due, now + late);
            post.schedule(() -> write(out, answer), due - now, TimeUnit.NANOSECONDS);
        }
    }

    private static void write(OutputStream out, byte[] answer) {
        try {
            out.write(answer);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        post.shutdownNow();
    }
}
