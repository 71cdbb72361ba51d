package dev.alacena.history.run;

import dev.alacena.history.nemesis.Proxy;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import redis.embedded.core.ExecutableProvider;

/** A process of Redis on a port of loopback that keeps nothing on disk: a server, or a Sentinel. */
final class RedisProcess implements AutoCloseable {
    static final String HOST = "127.0.0.1";

    private static final List<String> NOTHING_ON_DISK = List.of("--save", "", "--appendonly", "no");
    private static final int PATIENCE_MILLIS = 30_000;
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(5);

    private final Guard guard;
    private final Path home;
    private final File executable;
    private final int port;
    private Process process;

    RedisProcess(Path home, Guard guard) throws IOException {
        this.guard = guard;
        this.home = Files.createDirectories(home);
        this.executable =
                ExecutableProvider.newJarResourceProvider(home.toFile()).get();
        port = ThreadLocalRandom.current()
                .ints(10_000, 32_768)
                .limit(1_000)
                .filter(RedisProcess::isFree)
                .findFirst()
                .orElseThrow();
    }

    /** Those above the system gives to clients: one of them could have the port of a server that was killed just now. */
    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, Proxy.loopback())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** A server, empty; it answers when this returns. */
    void start(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(NOTHING_ON_DISK);
        all.addAll(List.of(arguments));
        launch(all);
    }

    /** A Sentinel with this configuration; it answers when this returns. */
    void startSentinel(String configuration) throws IOException {
        Files.writeString(home.resolve("sentinel.conf"), configuration);
        launch(List.of("sentinel.conf", "--sentinel"));
    }

    private void launch(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(executable.getPath()));
        command.addAll(arguments);
        command.addAll(List.of("--bind", HOST, "--port", Integer.toString(port)));
        File log = home.resolve("console.log").toFile();
        process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log))
                .start();
        guard.began(process.pid());
        until("Redis answers; see " + log, () -> ask("PING").equals("PONG"));
    }

    /** What one waits for; a server that does not answer is not there yet. */
    interface Condition {
        boolean holds() throws IOException;

        default boolean holdsNow() {
            try {
                return holds();
            } catch (IOException e) {
                return false;
            }
        }
    }

    static void until(String what, Condition condition) throws IOException {
        long start = System.nanoTime();
        while (!condition.holdsNow()) {
            if (System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS)) {
                throw new IOException("waited in vain until " + what);
            }
            LockSupport.parkNanos(STEP);
        }
    }

    /** The reply to a command, the parts of a list one after the other. */
    String ask(String command) throws IOException {
        try (Socket socket = new Socket(Proxy.loopback(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            return reply(command, new DataInputStream(socket.getInputStream()));
        }
    }

    private static String reply(String command, DataInputStream in) throws IOException {
        String line = line(in);
        switch (line.charAt(0)) {
            case '$' -> {
                byte[] bytes = in.readNBytes(Integer.parseInt(line.substring(1)));
                in.skipNBytes(2);
                return new String(bytes, StandardCharsets.UTF_8);
            }
            case '*' -> {
                List<String> parts = new ArrayList<>();
                for (int left = Integer.parseInt(line.substring(1)); left > 0; left--) {
                    parts.add(reply(command, in));
                }
                return String.join(" ", parts);
            }
            case '-' -> throw new IOException(command + ": " + line);
            default -> {
                return line.substring(1);
            }
        }
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\r'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            line.append((char) c);
        }
        in.skipNBytes(1);
        return line.toString();
    }

    /** Whether the server tells this of its part in replication. */
    boolean says(String fact) throws IOException {
        return ask("INFO replication").contains(fact);
    }

    void send(Signal signal) throws IOException {
        signal.send(process);
    }

    void kill() throws IOException {
        Signal.end(process);
        guard.ended(process.pid());
    }

    @Override
    public void close() {
        try {
            if (process != null) {
                kill();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
