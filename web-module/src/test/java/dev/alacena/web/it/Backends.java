package dev.alacena.web.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import redis.embedded.RedisServer;

/**
 * Redis and PostgreSQL on free ports of the loopback interface, for all tests of one run; the properties that {@code
 * arquillian.xml} reads. Does nothing in a run without a server.
 */
public final class Backends implements LauncherSessionListener {

    private static final String PASSWORD = UUID.randomUUID().toString();

    private static @Nullable EmbeddedPostgres postgres;
    private static @Nullable RedisServer redis;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String server = System.getProperty("arquillian.launch");
        if (server != null) {
            start(server);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (postgres != null) {
            stopPostgres();
        }
        if (redis != null) {
            stopRedis();
        }
    }

    private static void start(String server) {
        set("it.port", freePort());
        set("it.https", freePort());
        set("it.management", freePort());
        set("it.redis", freePort());
        set("it.postgres", freePort());
        set("it.log", log(server));
        Secrets.make();
        set("it.settings", settings());
        startRedis();
        startPostgres();
    }

    private static Path log(String server) {
        return server.equals("wildfly")
                ? Path.of(property("it.wildfly"), "standalone", "log", "server.log")
                : Path.of(property("it.directory"), "payara.log.0");
    }

    private static String settings() {
        return String.join(
                " ",
                "-Ddatabase.url=" + url(),
                "-Ddatabase.user=postgres",
                "-Ddatabase.password=postgres",
                "-Dalacena.redis.url=redis://127.0.0.1:" + property("it.redis"),
                // a busy machine is not a Redis that is away; tests of that kill it
                "-Dalacena.redis.timeout=PT1S",
                // so that tests need not wait for it
                "-Dnotifications.heartbeat=PT1S",
                // whatever file of settings a test has put into its WAR
                "-Dweb.cache-headers=true",
                "-Dalacena.redis.username=alacena",
                "-Dalacena.redis.password=" + PASSWORD,
                Secrets.settings());
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(property("it.postgres"));
    }

    static void startRedis() {
        try {
            RedisServer server = RedisServer.newRedisServer()
                    .port(Integer.parseInt(property("it.redis")))
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .setting(leastRights())
                    .build();
            server.start();
            redis = server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The line of the documentation; the tests themselves look in as the default user. */
    private static String leastRights() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("..", "docs", "redis.md"))) {
            return lines.filter(line -> line.startsWith("user alacena "))
                    .findFirst()
                    .orElseThrow()
                    .replace("PASSWORD", PASSWORD);
        }
    }

    static void stopRedis() {
        try {
            Objects.requireNonNull(redis).stop();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void startPostgres() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setPort(Integer.parseInt(property("it.postgres")))
                    .setDataDirectory(
                            Files.createDirectories(Path.of(property("it.directory"), property("it.postgres"))))
                    .setCleanDataDirectory(false)
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setServerConfig("fsync", "off")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void stopPostgres() {
        try {
            Objects.requireNonNull(postgres).close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A connection of the tests, beside those of the application. */
    static Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "postgres");
    }

    static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }

    static void set(String name, Object value) {
        System.setProperty(name, value.toString());
    }

    /** Below those that the system gives to clients: one of them could have the port of a server that is away just now. */
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(10_000, 32_768)
                .limit(1_000)
                .filter(Backends::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
