package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.MissReason;
import dev.alacena.cache.redis.RedisConnection.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redisson.config.SslVerificationMode;

/** Behind {@code rediss://} a server must prove its name; one that does not counts as away, and the log says why. */
class TlsTest {
    private static final Login LOGIN = new Login("app", "hunter2");
    private static final Logger LOGGER = Logger.getLogger("dev.alacena.cache");

    @TempDir
    private static Path folder;

    private static RedisProcess redis;
    private static Certificate ofServer;
    private static Certificate ofClient;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(MessageFormat.format(line.getMessage(), line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        ofServer = Certificate.of("localhost", folder);
        ofClient = Certificate.of("client", folder);
        redis = new RedisProcess();
        redis.call("ACL", "SETUSER", "app", "on", ">hunter2", "~*", "+@all");
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void listen() {
        LOGGER.addHandler(handler);
    }

    @AfterEach
    void deaf() {
        LOGGER.removeHandler(handler);
    }

    private static Node node(String url, Tls tls) {
        return node(new Topology.Single(url), tls);
    }

    private static Node node(Topology topology, Tls tls) {
        RedisConnection.Times times = new RedisConnection.Times(Duration.ofSeconds(5), Duration.ofSeconds(5));
        return new Node(new RedisConnection(topology, LOGIN, 0, times, 4, tls));
    }

    private static TlsEnd end(@Nullable Certificate client) throws IOException, GeneralSecurityException {
        return new TlsEnd(redis, ofServer, client);
    }

    private void refused(Node node, String reason) {
        try (node) {
            assertThat(node.read(node.request("refused"), "v1")).isEqualTo("v1");
            assertThat(node.space().counters().misses()).containsEntry(MissReason.UNAVAILABLE, 1L);
            Await.until("the log says why", () -> lines.stream().anyMatch(line -> line.contains("cannot be reached")));
            assertThat(lines)
                    .filteredOn(line -> line.contains("cannot be reached"))
                    .singleElement()
                    .asString()
                    .contains(reason);
            assertThat(lines).noneMatch(line -> line.contains("hunter2"));
        }
    }

    @Test
    void aServerWithItsOwnNameIsUsed() throws Exception {
        try (TlsEnd end = end(null);
                Node node = node(end.url("localhost"), new Tls(ofServer.trust(), null))) {
            node.keep(node.request("own name"), "v");
        }
    }

    @Test
    void aServerWithAnotherNameIsRefused() throws Exception {
        try (TlsEnd end = end(null)) {
            refused(node(end.url("127.0.0.1"), new Tls(ofServer.trust(), null)), "127.0.0.1");
        }
    }

    @Test
    void aServerThatNobodyTrustsIsRefused() throws Exception {
        try (TlsEnd end = end(null)) {
            refused(node(end.url("localhost"), Tls.JAVA), "unable to find valid certification path");
        }
    }

    @Test
    void aNodeOfAClusterWithAnotherNameIsRefused() throws Exception {
        try (TlsEnd end = end(null)) {
            Topology cluster = new Topology.Cluster(List.of(end.url("127.0.0.1")));
            refused(node(cluster, new Tls(ofServer.trust(), null)), "127.0.0.1");
        }
    }

    @Test
    void namesAreCheckedWhateverServersThereAre() {
        List<String> urls = List.of("rediss://a:1");
        for (Topology topology : List.of(
                new Topology.Single("rediss://a:1"),
                new Topology.Cluster(urls),
                new Topology.Sentinel(urls, "main", Login.NONE))) {
            assertThat(ClientConfig.of(RedisStoreTest.connection(topology)).getSslVerificationMode())
                    .isEqualTo(SslVerificationMode.STRICT);
        }
    }

    @Test
    void aServerMayAskForACertificateOfItsClients() throws Exception {
        try (TlsEnd end = end(ofClient);
                Node known = node(end.url("localhost"), new Tls(ofServer.trust(), ofClient.keystore()));
                Node unknown = node(end.url("localhost"), new Tls(ofServer.trust(), null))) {
            known.keep(known.request("known"), "v");
            assertThat(unknown.hits(unknown.request("known"), "v")).isFalse();
        }
    }
}
