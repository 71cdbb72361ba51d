package dev.alacena.cache.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.plan.Problem;
import dev.alacena.cache.redis.RedisConnection;
import dev.alacena.cache.redis.RedisConnection.Login;
import dev.alacena.cache.redis.Tls;
import dev.alacena.cache.redis.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One setting says where Redis is; what contradicts it is refused. */
class RedisSettingsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private static RedisConnection redis(Map<String, String> properties) {
        Setup setup = Setup.of(properties);
        assertThat(setup.mistakes()).isEmpty();
        return setup.settings().redis().orElseThrow();
    }

    private static Topology topology(Map<String, String> properties) {
        return redis(properties).topology();
    }

    @Test
    void aSingleServerHasOneAddress() {
        assertThat(topology(Map.of("alacena.redis.url", "rediss://[::1]:7000/")))
                .isEqualTo(new Topology.Single("rediss://[::1]:7000"));
    }

    @Test
    void theUsualPortNeedNotBeSaid() {
        assertThat(topology(Map.of("alacena.redis.url", "redis://cache_1.example")))
                .isEqualTo(new Topology.Single("redis://cache_1.example:6379"));
        assertThat(topology(
                        Map.of("alacena.redis.sentinels", "redis://a,redis://b", "alacena.redis.master-name", "main")))
                .isEqualTo(new Topology.Sentinel(List.of("redis://a:26379", "redis://b:26379"), "main", Login.NONE));
    }

    @Test
    void oneNodeOfAClusterIsEnough() {
        RedisConnection redis = redis(Map.of("alacena.redis.cluster", "redis://a:7000", "alacena.redis.password", "p"));
        assertThat(redis.topology()).isEqualTo(new Topology.Cluster(List.of("redis://a:7000")));
        assertThat(redis.login()).isEqualTo(new Login(null, "p"));
        assertThat(redis).hasToString("Cluster of redis://a:7000");
    }

    @Test
    void blanksInAListDoNotCount() {
        assertThat(topology(Map.of("alacena.redis.cluster", " redis://a:1 , redis://b:2 ")))
                .isEqualTo(new Topology.Cluster(List.of("redis://a:1", "redis://b:2")));
    }

    @Test
    void sentinelsMayAskForALoginOfTheirOwn() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "hunter2\n");
        RedisConnection redis = redis(Map.of(
                "alacena.redis.sentinels", "redis://a",
                "alacena.redis.master-name", "main",
                "alacena.redis.database", "3",
                "alacena.redis.password", "p",
                "alacena.redis.sentinel-username", "watcher",
                "alacena.redis.sentinel-password-file", "" + file));
        assertThat(redis.topology())
                .isEqualTo(new Topology.Sentinel(List.of("redis://a:26379"), "main", new Login("watcher", "hunter2")));
        assertThat(redis.login()).isEqualTo(new Login(null, "p"));
        assertThat(redis.database()).isEqualTo(3);
        assertThat(redis.toString()).isEqualTo("main of Sentinels redis://a:26379");
        assertThat(redis.topology().toString()).doesNotContain("hunter2");
    }

    @Test
    void whomToTrustAndWhoWeAreIsInFilesWhosePasswordsAreNotPrinted() throws IOException {
        Path store = Files.writeString(folder.resolve("store.p12"), "");
        Path password = Files.writeString(folder.resolve("password"), "hunter2\n");
        RedisConnection redis = redis(Map.of(
                "alacena.redis.url", "rediss://a",
                "alacena.redis.truststore", "" + store,
                "alacena.redis.truststore-password-file", "" + password,
                "alacena.redis.keystore", "" + store,
                "alacena.redis.keystore-password", "other"));
        assertThat(redis.tls())
                .isEqualTo(new Tls(new Tls.Keystore(store, "hunter2"), new Tls.Keystore(store, "other")));
        assertThat(redis.tls().toString()).doesNotContain("hunter2", "other");
    }

    @Test
    void aFileOfRedissonSaysItselfWhomToTrust() throws IOException {
        Path file = Files.writeString(folder.resolve("redisson.yaml"), "singleServerConfig: {address: 'rediss://a:1'}");
        Setup setup = Setup.of(Map.of("alacena.redis.config-file", "" + file, "alacena.redis.truststore", "" + file));
        assertThat(setup.mistakes()).extracting(Problem::place).containsExactly("setting alacena.redis.truststore");
    }

    @ParameterizedTest
    @CsvSource({
        "alacena.redis.url, localhost:6379",
        "alacena.redis.url, redis://",
        "alacena.redis.url, redis://a:0",
        "alacena.redis.url, redis://a:65536",
        "alacena.redis.url, redis://a/2",
        "alacena.redis.url, 'redis://a,redis://b'",
        "alacena.redis.cluster, 'redis://a,'",
        "alacena.redis.cluster, 'redis://a,rediss://b'",
        "alacena.redis.cluster, 'a,b'",
        "alacena.redis.sentinels, 'redis://a redis://b'",
        "alacena.redis.config-file, /no/such/file",
        "alacena.redis.config-file, /"
    })
    void whatIsNoAddressIsRefused(String name, String value) {
        Map<String, String> properties = new HashMap<>(Map.of(name, value));
        if (name.endsWith("sentinels")) {
            properties.put("alacena.redis.master-name", "main");
        }
        Setup setup = Setup.of(properties);
        assertThat(setup.settings().redis()).isEmpty();
        assertThat(setup.mistakes()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("ALA020");
            assertThat(problem.place()).isEqualTo("setting " + name);
            assertThat(problem.cause()).startsWith("\"" + value + "\" is not ");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://:hunter2@a,redis://b", "redis://hunter2@a"})
    void aListOfAddressesHasNoPasswordsAndPrintsNone(String value) {
        Setup setup = Setup.of("alacena.redis.cluster", value);
        assertThat(setup.mistakes()).hasSize(1);
        assertThat(setup.problems().text()).contains("without passwords").doesNotContain("hunter2");
    }

    @Test
    void redisIsInOnePlace() {
        Setup setup = Setup.of(Map.of(
                "alacena.redis.url", "redis://a",
                "alacena.redis.cluster", "redis://a",
                "alacena.redis.sentinels", "redis://a",
                "alacena.redis.master-name", "main"));
        assertThat(setup.mistakes())
                .containsExactly(
                        new Problem(
                                "ALA024",
                                "setting alacena.redis.cluster",
                                "alacena.redis.url says where Redis is, too",
                                "keep one of them"),
                        new Problem(
                                "ALA024",
                                "setting alacena.redis.sentinels",
                                "alacena.redis.url says where Redis is, too",
                                "keep one of them"));
    }

    @ParameterizedTest
    @CsvSource({
        "alacena.redis.url, redis://a, alacena.redis.master-name, main",
        "alacena.redis.url, redis://a, alacena.redis.sentinel-password-file, /etc/hostname",
        "alacena.redis.cluster, redis://a, alacena.redis.database, 1",
        "alacena.redis.cluster, redis://a, alacena.redis.sentinel-username, app",
        "alacena.redis.url, redis://:p@a, alacena.redis.password, q",
        "alacena.redis.sentinels, redis://a, ,",
        "alacena.redis.config-file, FILE, alacena.redis.username, app",
        "alacena.redis.config-file, FILE, alacena.redis.password, hunter2",
        "alacena.redis.config-file, FILE, alacena.redis.pool-size, 4",
        "alacena.redis.config-file, FILE, alacena.redis.database, 0"
    })
    void whatDoesNotGoWithItIsRefused(String place, String value, String name, String other) throws IOException {
        Map<String, String> properties = new HashMap<>(
                Map.of(place, value.equals("FILE") ? file("singleServerConfig: {address: 'redis://a:1'}") : value));
        if (name != null) {
            properties.put(name, other);
        }
        Setup setup = Setup.of(properties);
        assertThat(setup.mistakes()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("ALA024");
            assertThat(problem.toString()).contains(place).doesNotContain("hunter2");
        });
    }

    @Test
    void aPasswordOfSentinelsNeedsOneOfTheServers() {
        Setup setup = Setup.of(Map.of(
                "alacena.redis.sentinels", "redis://a",
                "alacena.redis.master-name", "main",
                "alacena.redis.sentinel-password", "hunter2"));
        assertThat(setup.mistakes()).singleElement().satisfies(problem -> assertThat(problem.place())
                .isEqualTo("setting alacena.redis.sentinel-password"));
    }

    @Test
    void aConfigurationFileOfRedissonSaysEverything() throws IOException {
        String path = file("clusterServersConfig:\n  nodeAddresses:\n  - \"redis://a:1\"\n");
        RedisConnection redis = redis(Map.of("alacena.redis.config-file", path));
        assertThat(redis.topology()).isEqualTo(new Topology.File(Path.of(path)));
        assertThat(redis).hasToString(path);
    }

    @ParameterizedTest
    @CsvSource({
        "'', it is empty",
        "'password: hunter2', server(s) address(es) not defined!",
        "'clusterServersConfig: {readMode: MASTER}', it names no servers",
        "'singleServerConfig:\n  address: ''redis://a:1''\n  timeout: hunter2\n', line 3 cannot be understood",
        "'singleServerConfig: {address: ''a:1''}', Redis url should start with",
        "'sentinelServersConfig: {sentinelAddresses: [''redis://a:1'']}', it names no masterName",
        "'singleServerConfig: {address: ''redis://a:1'', connectionPoolSize: 1}', connectionPoolSize"
    })
    void aConfigurationFileThatRedissonRefusesIsRefusedWithoutPrintingIt(String content, String cause)
            throws IOException {
        Setup setup = Setup.of("alacena.redis.config-file", file(content));
        assertThat(setup.mistakes()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("setting alacena.redis.config-file");
            assertThat(problem.cause()).startsWith("it can never connect: " + cause);
        });
        assertThat(setup.problems().text()).doesNotContain("hunter2");
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("redisson.yaml"), content).toString();
    }
}
