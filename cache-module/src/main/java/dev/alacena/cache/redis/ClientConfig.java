package dev.alacena.cache.redis;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.config.BaseConfig;
import org.redisson.config.BaseMasterSlaveServersConfig;
import org.redisson.config.ClusterServersConfig;
import org.redisson.config.Config;
import org.redisson.config.ConfigSupport;
import org.redisson.config.ReadMode;
import org.redisson.config.SentinelServersConfig;
import org.redisson.config.ShardedSubscriptionMode;
import org.redisson.config.SingleServerConfig;
import org.redisson.config.SubscriptionMode;

/**
 * A connection in the words of Redisson. Reads go to primaries always: a replica lags behind what was invalidated. Times
 * are short, as Redisson's own cost seconds for each call in an outage.
 */
final class ClientConfig {
    /** How often Redisson looks whether a connection still lives, in milliseconds. */
    private static final int PING = 1000;

    /** How often Redisson asks who is the primary, in milliseconds. */
    private static final int SCAN = 500;

    /** How often Redisson looks whether a name stands for another address, in milliseconds. */
    private static final long DNS = 1000;

    private final RedisConnection connection;
    private final Config config = new Config();

    private ClientConfig(RedisConnection connection) {
        this.connection = connection;
    }

    /** Fails, with a message that says why, if it can never work. */
    static Config of(RedisConnection connection) {
        Config config = connection.topology() instanceof Topology.File file
                ? FileConfig.load(file.path())
                : new ClientConfig(connection).own();
        config.setCodec(ByteArrayCodec.INSTANCE);
        config.setLazyInitialization(false);
        if (ConfigSupport.getConfig(config) instanceof BaseMasterSlaveServersConfig<?> servers) {
            servers.setReadMode(ReadMode.MASTER).setSubscriptionMode(SubscriptionMode.MASTER);
        }
        return checked(config, Charset.defaultCharset());
    }

    /** With another charset keys that are not ASCII go astray, and several at once are refused. */
    static Config checked(Config config, Charset charset) {
        if (config.isClusterConfig() && !charset.equals(StandardCharsets.UTF_8)) {
            throw new IllegalArgumentException(
                    "Redisson counts the slots of a Cluster in the charset of the JVM, which is not UTF-8 but "
                            + charset);
        }
        return config;
    }

    private Config own() {
        config.setNettyThreads(Math.max(2, Runtime.getRuntime().availableProcessors()));
        config.setThreads(2);
        config.setUsername(connection.login().username());
        config.setPassword(connection.login().password());
        connection.tls().apply(config);
        if (connection.topology() instanceof Topology.Single single) {
            single(config.useSingleServer().setAddress(single.url()));
        } else if (connection.topology() instanceof Topology.Cluster cluster) {
            cluster(config.useClusterServers(), cluster);
        } else if (connection.topology() instanceof Topology.Sentinel sentinel) {
            sentinel(config.useSentinelServers(), sentinel);
        }
        return config;
    }

    private void single(SingleServerConfig server) {
        bounded(server);
        server.setDatabase(connection.database())
                .setConnectionPoolSize(connection.poolSize())
                .setConnectionMinimumIdleSize(Math.min(2, connection.poolSize()))
                .setSubscriptionConnectionPoolSize(1)
                .setSubscriptionConnectionMinimumIdleSize(0)
                .setDnsMonitoringInterval(DNS);
    }

    /** A part of the Cluster is better than none: its other slots are not affected by a primary that is down. */
    private void cluster(ClusterServersConfig servers, Topology.Cluster cluster) {
        replicated(servers);
        servers.setScanInterval(SCAN)
                .setCheckSlotsCoverage(false)
                .setShardedSubscriptionMode(ShardedSubscriptionMode.OFF);
        cluster.urls().forEach(servers::addNodeAddress);
    }

    /** One Sentinel that answers is enough. */
    private void sentinel(SentinelServersConfig servers, Topology.Sentinel sentinel) {
        replicated(servers);
        servers.setScanInterval(SCAN)
                .setCheckSentinelsList(false)
                .setMasterName(sentinel.masterName())
                .setSentinelUsername(sentinel.login().username())
                .setSentinelPassword(sentinel.login().password())
                .setDatabase(connection.database());
        sentinel.urls().forEach(servers::addSentinelAddress);
    }

    private void replicated(BaseMasterSlaveServersConfig<?> servers) {
        bounded(servers);
        servers.setMasterConnectionPoolSize(connection.poolSize())
                .setMasterConnectionMinimumIdleSize(Math.min(2, connection.poolSize()))
                .setSubscriptionConnectionPoolSize(1)
                .setSubscriptionConnectionMinimumIdleSize(0)
                .setDnsMonitoringInterval(DNS);
    }

    private void bounded(BaseConfig<?> servers) {
        int command = (int) connection.times().command().toMillis();
        servers.setTimeout(command)
                .setConnectTimeout((int) connection.times().connect().toMillis())
                .setRetryAttempts(0)
                // a ping that is not answered closes the connection: never before the commands on it may be given up
                .setPingConnectionInterval(Math.max(PING, command))
                .setClientName("alacena");
    }
}
