package dev.alacena.history.run;

import dev.alacena.history.nemesis.Proxy;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import redis.embedded.core.ExecutableProvider;

/** One real Redis on loopback that keeps nothing on disk. */
final class RedisServer implements Servers {
    private static final String HOST = "127.0.0.1";
    private static final int PATIENCE_MILLIS = 5_000;
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(5);

    private final Guard guard;
    private final File executable;
    private final File log;
    private final int port;
    private Process process;

    RedisServer(Path directory, Guard guard) throws IOException {
        this.guard = guard;
        Path home = Files.createDirectories(directory.resolve("redis"));
        this.executable =
                ExecutableProvider.newJarResourceProvider(home.toFile()).get();
        this.log = home.resolve("console.log").toFile();
        try (ServerSocket free = new ServerSocket(0, 1, Proxy.loopback())) {
            port = free.getLocalPort();
        }
        start();
    }

    @Override
    public Proxy link() throws IOException {
        return new Proxy(port);
    }

    @Override
    public Map<String, String> settings(Proxy link) {
        return Map.of("alacena.redis.url", "redis://%s:%d".formatted(HOST, link.port()));
    }

    @Override
    public void start() throws IOException {
        process = new ProcessBuilder(
                        executable.getPath(),
                        "--bind",
                        HOST,
                        "--port",
                        Integer.toString(port),
                        "--save",
                        "",
                        "--appendonly",
                        "no")
                .directory(log.getParentFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log))
                .start();
        guard.began(process.pid());
        long start = System.nanoTime();
        while (!answers()) {
            if (System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS) || !process.isAlive()) {
                throw new IOException("Redis did not start; see " + log);
            }
            LockSupport.parkNanos(STEP);
        }
    }

    private boolean answers() {
        try {
            command("PING");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void command(String command) throws IOException {
        try (Socket socket = new Socket(Proxy.loopback(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (answer == null || answer.startsWith("-")) {
                throw new IOException("%s: %s".formatted(command, answer));
            }
        }
    }

    @Override
    public void kill() throws IOException {
        Signal.end(process);
        guard.ended(process.pid());
    }

    @Override
    public void freeze() throws IOException {
        Signal.STOP.send(process);
    }

    @Override
    public void thaw() throws IOException {
        Signal.CONT.send(process);
    }

    @Override
    public void close() throws IOException {
        kill();
    }
}
