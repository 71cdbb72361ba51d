package dev.alacena.benchmark.server;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stands between a client and Redis, and counts what the client sends. Unlike the server's own statistics it does not count
 * the commands inside scripts.
 *
 * <p>Each answer is held for a while, so that round trips can be told by the time they take.
 */
public final class Tap implements AutoCloseable {
    private final ServerSocket door;
    private final int port;
    private final Duration hold;
    private final Map<String, Integer> commands = new TreeMap<>();

    private Tap(ServerSocket door, int port, Duration hold) {
        this.door = door;
        this.port = port;
        this.hold = hold;
    }

    /**
     * What was sent.
     *
     * @param commands how often each, by its name
     */
    public record Seen(Map<String, Integer> commands) {
        public int total() {
            return commands.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    public static Tap open(Redis redis, Duration hold) throws IOException {
        Tap tap = new Tap(Ports.listen(), redis.port(), hold);
        start(tap::accept);
        return tap;
    }

    public String url() {
        return "redis://" + Ports.HOST + ":" + door.getLocalPort();
    }

    /** What was sent since the last time that somebody asked. */
    public synchronized Seen seen() {
        Seen seen = new Seen(new TreeMap<>(commands));
        commands.clear();
        return seen;
    }

    private synchronized void sent(String command) {
        if (!Command.isUpkeep(command)) {
            commands.merge(command, 1, Integer::sum);
        }
    }

    @SuppressWarnings("resource") // closed by their threads
    private void accept() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket server = Ports.connect(port);
            client.setTcpNoDelay(true);
            start(() -> requests(client, server));
            start(() -> answers(server, client));
        }
    }

    private void requests(Socket client, Socket server) throws IOException {
        try (client;
                server) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            OutputStream out = new BufferedOutputStream(server.getOutputStream());
            while (true) {
                Command command = Command.read(in);
                sent(command.name());
                out.write(command.bytes());
                if (in.available() == 0) {
                    out.flush();
                }
            }
        }
    }

    private void answers(Socket server, Socket client) throws IOException, InterruptedException {
        byte[] buffer = new byte[1 << 16];
        InputStream in = server.getInputStream();
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            Thread.sleep(hold.toMillis());
            client.getOutputStream().write(buffer, 0, length);
        }
    }

    /** What goes through the tap. */
    private interface Flow {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Flow flow) {
        Thread thread = new Thread(() -> {
            try {
                flow.run();
            } catch (IOException | InterruptedException e) {
                // one side has closed, and so does the other
                return;
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
