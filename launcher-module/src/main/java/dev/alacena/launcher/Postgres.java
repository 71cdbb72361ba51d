package dev.alacena.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL server on loopback with an empty database. */
record Postgres(EmbeddedPostgres server, ProcessHandle process, Path log) implements Part {

    private static final String USER = "postgres";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(5);

    static Postgres start(Places places, int port) throws LaunchFailure {
        Path directory = places.run().resolve("postgres");
        Path data = directory.resolve("data");
        Path log = directory.resolve("console.log");
        try {
            Files.createDirectories(directory);
            EmbeddedPostgres server = builder(places, port)
                    .setDataDirectory(data)
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(Redirect.appendTo(log.toFile()))
                    .start();
            return new Postgres(server, postmaster(data), log);
        } catch (IOException | RuntimeException e) {
            abandon(data);
            throw new LaunchFailure("PostgreSQL did not start. " + Log.tail(log), e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Places places, int port) {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setServerConfig("listen_addresses", Ports.HOST)
                // a socket in /tmp would be one more door, and its path may be too long
                .setServerConfig("unix_socket_directories", "")
                // each node has a pool of 20
                .setServerConfig("max_connections", "200")
                // create extension pg_stat_statements, and it tells what the application asked
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setCleanDataDirectory(true)
                .setOverrideWorkingDirectory(places.binaries().toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(LIMIT);
    }

    /** The server itself: what the library started was {@code pg_ctl}, which is gone. */
    private static ProcessHandle postmaster(Path data) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        return ProcessHandle.of(pid).orElseThrow(() -> new IOException("process " + pid + " is gone"));
    }

    /** The library leaves a server running that it has given up. */
    private static void abandon(Path data) {
        try {
            if (Files.exists(data.resolve("postmaster.pid"))) {
                postmaster(data).destroyForcibly();
            }
        } catch (IOException | RuntimeException e) {
            // it is gone already
        }
    }

    Database database() {
        return new Database("jdbc:postgresql://%s:%d/postgres".formatted(Ports.HOST, server.getPort()), USER, USER);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public void close() {
        try {
            server.close();
            process.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
