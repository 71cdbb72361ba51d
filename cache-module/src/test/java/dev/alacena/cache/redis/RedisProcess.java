package dev.alacena.cache.redis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis on a free port of loopback, empty and without persistence. It dies with this JVM, however that ends: the
 * shell that starts it waits for the end of its own input, then kills it.
 */
public final class RedisProcess implements Servers {
    static final List<String> NOTHING_ON_DISK = List.of("--save", "", "--appendonly", "no");

    private static final String KEEPER = "\"$@\" >redis.log 2>&1 & cat >/dev/null; kill -9 $!";
    private static final File EXECUTABLE = executable();

    private final int port = Ports.free();
    private final Path folder = newFolder();
    private final List<String> arguments;
    private Process keeper;
    private String pid;

    public RedisProcess() {
        this(NOTHING_ON_DISK);
        start();
    }

    /** Not started yet. */
    RedisProcess(List<String> arguments) {
        this.arguments = arguments;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** Where its files are, {@code redis.log} among them. */
    Path folder() {
        return folder;
    }

    /** The reply to one command. */
    public Object call(String... words) {
        return Resp.call(port, words);
    }

    /** What the server tells of itself under a name; empty for nothing. */
    public String info(String name) {
        return ((String) call("INFO", "ALL"))
                .lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1))
                .collect(Collectors.joining());
    }

    /** Who is connected. */
    public String clients() {
        return (String) call("CLIENT", "LIST");
    }

    @Override
    public Topology topology() {
        return new Topology.Single(url());
    }

    @Override
    public List<RedisProcess> primaries() {
        return List.of(this);
    }

    @Override
    public void start() {
        if (keeper == null) {
            List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", KEEPER, "sh", EXECUTABLE.getPath()));
            command.addAll(arguments);
            command.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1"));
            try {
                keeper = new ProcessBuilder(command).directory(folder.toFile()).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Await.until("Redis answers in " + folder, this::answers);
            pid = info("process_id");
        }
    }

    private boolean answers() {
        try {
            return "PONG".equals(call("PING"));
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** As the operating system kills. */
    @Override
    public void stop() {
        if (keeper != null) {
            try {
                keeper.getOutputStream().close();
                keeper.waitFor();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
            keeper = null;
        }
    }

    /** Keeps it alive with its connections, but silent, or lets it go on. */
    void frozen(boolean frozen) {
        try {
            new ProcessBuilder("kill", frozen ? "-STOP" : "-CONT", pid).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("alacena-redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File executable() {
        try {
            return ExecutableProvider.newJarResourceProvider().get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
