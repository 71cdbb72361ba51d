package dev.alacena.history.run;

import dev.alacena.history.check.Commit;
import dev.alacena.history.event.Shelf;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One real PostgreSQL on loopback, with the rows and with what was written to them. */
final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final Guard guard;
    private final long pid;

    Postgres(Path directory, Guard guard) throws IOException, SQLException {
        this.guard = guard;
        Path home = Files.createDirectories(directory.resolve("postgres"));
        Path data = home.resolve("data");
        server = start(directory, home, data);
        pid = postmaster(data);
        guard.began(pid);
        fill();
    }

    private static EmbeddedPostgres start(Path directory, Path home, Path data) throws IOException {
        Redirect log = Redirect.appendTo(home.resolve("console.log").toFile());
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "200")
                    // it never dies here, so nothing has to be on disk
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    // who waits for the lock of a process that stands still gives up
                    .setServerConfig("lock_timeout", "1s")
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .setDataDirectory(data)
                    .setCleanDataDirectory(true)
                    .setOverrideWorkingDirectory(
                            directory.getParent().resolve("binaries").toFile())
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setRegisterShutdownHook(false)
                    .start();
        } catch (IOException | RuntimeException e) {
            // the library leaves a server running that it has given up
            if (Files.exists(data.resolve("postmaster.pid"))) {
                ProcessHandle.of(postmaster(data)).ifPresent(ProcessHandle::destroyForcibly);
            }
            throw e;
        }
    }

    private static long postmaster(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    private void fill() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE UNLOGGED TABLE item (id int PRIMARY KEY, v int NOT NULL, nonce bigint NOT NULL)"
                    + " WITH (fillfactor = 10)");
            statement.execute("CREATE UNLOGGED TABLE written (id int, v int, nonce bigint NOT NULL)");
            statement.execute(
                    "INSERT INTO item SELECT id, 0, 0 FROM generate_series(0, %d) id".formatted(Shelf.ROWS - 1));
        }
    }

    /** All that was ever committed. */
    List<Commit> commits() throws SQLException {
        List<Commit> commits = new ArrayList<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet written = statement.executeQuery("SELECT id, v, nonce FROM written ORDER BY id, v")) {
            while (written.next()) {
                commits.add(new Commit(written.getInt(1), written.getInt(2), written.getLong(3)));
            }
        }
        return commits;
    }

    @Override
    public void close() throws IOException {
        server.close();
        guard.ended(pid);
    }
}
