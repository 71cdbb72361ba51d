package dev.alacena.benchmark.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/** A Redis server on loopback that keeps nothing on disk. Its administration is for one thread. */
public final class Redis implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Slow commands. */
    private static final String REMEMBERED = "100000";

    private static final byte[] SLOWLOG = Wire.bytes("SLOWLOG");

    private final Process process;
    private final int port;
    private final Wire wire;

    private Redis(Process process, int port, Wire wire) {
        this.process = process;
        this.port = port;
        this.wire = wire;
    }

    /** Starts it; the directory takes its program and its output. */
    public static Redis start(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        int port = Ports.free();
        String program = ExecutableProvider.newJarResourceProvider(directory.toFile())
                .get()
                .getPath();
        Process process = new ProcessBuilder(
                        List.of(program, "--bind", Ports.HOST, "--port", "" + port, "--save", "", "--appendonly", "no"))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("redis.log").toFile())
                .start();
        // also when the user ends the run
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Redis(process, port, answering(process, port));
    }

    private static Wire answering(Process process, int port) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                return new Wire(port);
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() - end > 0) {
                    process.destroyForcibly();
                    throw e;
                }
            }
            Thread.sleep(10);
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://" + Ports.HOST + ":" + port;
    }

    /** The connection of the administration. */
    public Wire wire() {
        return wire;
    }

    /** Empties it at once. */
    public void empty() throws IOException {
        wire.call("FLUSHALL");
    }

    /**
     * Nanoseconds of processor time so far, as the server itself reads them from the kernel, to the microsecond; the files
     * in /proc tell hundredths of a second.
     */
    public long processorNanos() {
        double seconds = number("cpu", "used_cpu_sys") + number("cpu", "used_cpu_user");
        return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }

    /** How many keys there are. */
    public long size() throws IOException {
        return (Long) Objects.requireNonNull(wire.call("DBSIZE"));
    }

    public long usedMemory() {
        return (long) number("memory", "used_memory");
    }

    public String version() {
        return info("server", "redis_version");
    }

    /** The longest command since {@link #watchCommands}, but for what that takes to forget the ones before. */
    public Duration longestCommand() throws IOException {
        long micros = 0;
        for (Object entry : (List<?>) Objects.requireNonNull(wire.call("SLOWLOG", "GET", REMEMBERED))) {
            List<?> command = (List<?>) entry;
            if (!Arrays.equals(SLOWLOG, (byte[]) ((List<?>) command.get(3)).get(0))) {
                micros = Math.max(micros, (Long) command.get(2));
            }
        }
        return Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros));
    }

    /** From now on commands are remembered that take longer than a tenth of a millisecond. */
    public void watchCommands() throws IOException {
        wire.call("CONFIG", "SET", "slowlog-log-slower-than", "100");
        wire.call("CONFIG", "SET", "slowlog-max-len", REMEMBERED);
        wire.call("SLOWLOG", "RESET");
    }

    private double number(String section, String name) {
        return Double.parseDouble(info(section, name));
    }

    private String info(String section, String name) {
        String found = wire.info(section).get(name);
        if (found == null) {
            throw new IllegalStateException("the server does not tell " + name);
        }
        return found;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
