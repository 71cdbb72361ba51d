package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.cache.redis.RedisConnection.Login;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redisson.config.BaseMasterSlaveServersConfig;
import org.redisson.config.Config;
import org.redisson.config.ConfigSupport;
import org.redisson.config.ReadMode;
import org.redisson.config.SubscriptionMode;

/** How servers are found: what passwords go where, and what Redisson's own file may say. */
class TopologyTest {
    @TempDir
    private Path folder;

    private static RedisConnection connection(Topology topology, Login login) {
        RedisConnection.Times times = new RedisConnection.Times(Duration.ofSeconds(5), Duration.ofSeconds(5));
        return new RedisConnection(topology, login, 0, times, 4);
    }

    private RedisConnection file(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("redisson.yaml"), text);
        return connection(new Topology.File(file), Login.NONE);
    }

    private static String list(List<RedisProcess> servers) {
        return servers.stream().map(server -> "'" + server.url() + "'").collect(Collectors.joining(",", "[", "]"));
    }

    private static void works(RedisConnection connection) {
        try (Node node = new Node(connection)) {
            node.keep(node.request("42"), "v");
        }
    }

    @Test
    void oneServerMayAskForAUserAndAPassword() {
        try (RedisProcess server = new RedisProcess()) {
            server.call("ACL", "SETUSER", "app", "on", ">pass word", "~*", "&*", "+@all");
            server.call("ACL", "SETUSER", "default", "off");
            works(connection(server.topology(), new Login("app", "pass word")));
        }
    }

    @Test
    void sentinelsMayAskForAnotherPasswordThanTheirServers() {
        try (RedisSentinels servers = new RedisSentinels()) {
            servers.primaries().get(0).call("ACL", "SETUSER", "default", "resetpass", ">of servers");
            servers.sentinels().forEach(each -> each.call("ACL", "SETUSER", "default", "resetpass", ">of sentinels"));
            Topology.Sentinel open = (Topology.Sentinel) servers.topology();
            Topology closed = new Topology.Sentinel(open.urls(), open.masterName(), new Login(null, "of sentinels"));
            works(connection(closed, new Login(null, "of servers")));
        }
    }

    @Test
    void redissonsOwnFileMayNameOneServer() throws IOException {
        try (RedisProcess server = new RedisProcess()) {
            works(file("singleServerConfig: {address: '%s'}".formatted(server.url())));
        }
    }

    @Test
    void redissonsOwnFileMayNameSentinels() throws IOException {
        try (RedisSentinels servers = new RedisSentinels()) {
            works(file(
                    "sentinelServersConfig: {masterName: main, masterConnectionMinimumIdleSize: 1, sentinelAddresses: %s}"
                            .formatted(list(servers.sentinels()))));
        }
    }

    @Test
    void redissonsOwnFileMayNameACluster() throws IOException {
        RedisCluster servers = RedisCluster.shared();
        servers.start();
        works(file("clusterServersConfig: {nodeAddresses: %s}".formatted(list(servers.primaries()))));
    }

    @Test
    void readsGoToThePrimaryWhateverTheFileSays() throws IOException {
        Config config = ClientConfig.of(
                file(
                        """
                clusterServersConfig:
                  nodeAddresses: ['redis://a:1']
                  readMode: MASTER_SLAVE
                  subscriptionMode: SLAVE
                """));
        assertThat(ConfigSupport.getConfig(config))
                .isInstanceOfSatisfying(BaseMasterSlaveServersConfig.class, servers -> {
                    assertThat(servers.getReadMode()).isEqualTo(ReadMode.MASTER);
                    assertThat(servers.getSubscriptionMode()).isEqualTo(SubscriptionMode.MASTER);
                });
    }

    @Test
    void theSlotsOfAClusterAreCountedInUtf8() {
        Topology.Cluster cluster = new Topology.Cluster(List.of("redis://a:1"));
        Config config = ClientConfig.of(connection(cluster, Login.NONE));
        assertThatThrownBy(() -> ClientConfig.checked(config, StandardCharsets.US_ASCII))
                .hasMessageContaining("not UTF-8 but US-ASCII");
        Config single = ClientConfig.of(connection(new Topology.Single("redis://a:1"), Login.NONE));
        assertThat(ClientConfig.checked(single, StandardCharsets.US_ASCII)).isSameAs(single);
    }

    @Test
    void aConnectionIsNotTakenForDeadBeforeACommandOnItMayBeGivenUp() {
        Topology server = new Topology.Single("redis://127.0.0.1:6379");
        assertThat(pingInterval(server, Duration.ofSeconds(7))).isEqualTo(7000);
        assertThat(pingInterval(server, Duration.ofMillis(100))).isEqualTo(1000);
    }

    private static int pingInterval(Topology topology, Duration command) {
        RedisConnection.Times times = new RedisConnection.Times(command, command);
        Config config = ClientConfig.of(new RedisConnection(topology, Login.NONE, 0, times, 4));
        return ConfigSupport.getConfig(config).getPingConnectionInterval();
    }
}
