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
final class LateLink implements AutoCloseable {
    private final RedisProcess redis;
    private final ServerSocket door;
    private final ScheduledExecutorService post = Executors.newSingleThreadScheduledExecutor();
    private volatile long late;

    LateLink(RedisProcess redis) {
        this.redis = redis;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(this::accept);
    }

    Topology topology() {
        return new Topology.Single("redis://127.0.0.1:" + door.getLocalPort());
    }

    void late(Duration by) {
        late = by.toNanos();
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), redis.port());
            run(() -> questions(client, server));
            run(() -> answers(server, client));
        }
    }

    private static void questions(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    /** None overtakes another. */
    @SuppressWarnings("FutureReturnValueIgnored") // an answer that cannot be delivered is one that the client misses
    private void answers(Socket from, Socket to) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
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

    private interface Work {
        void run() throws IOException;
    }

    /** A connection that is closed ends its threads. */
    private static void run(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        post.shutdownNow();
    }
}
