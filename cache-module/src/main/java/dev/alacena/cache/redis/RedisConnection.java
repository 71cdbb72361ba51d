package dev.alacena.cache.redis;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.config.Config;
import org.redisson.config.SingleServerConfig;

/**
 * How to reach a server, and within what time.
 *
 * @param url {@code redis://host:port} or {@code rediss://host:port}
 * @param login who connects
 * @param database index of the database
 * @param times bounds of waiting
 * @param poolSize connections
 */
public record RedisConnection(String url, Login login, int database, Times times, int poolSize) {

    /** User and password; both null for a server that asks for none. */
    public record Login(@Nullable String username, @Nullable String password) {
        @Override
        public String toString() {
            return "Login[" + username + "]";
        }
    }

    /**
     * Bounds of waiting.
     *
     * @param command of one command
     * @param connect of a connection attempt
     */
    public record Times(Duration command, Duration connect) {}

    /** A client that connects at its first command, so that the application starts without Redis too. */
    public RedissonClient open() {
        Config config = new Config();
        config.setCodec(ByteArrayCodec.INSTANCE);
        config.setUseScriptCache(true);
        config.setLazyInitialization(true);
        config.setNettyThreads(Math.max(2, Runtime.getRuntime().availableProcessors()));
        config.setThreads(2);
        if (login.username() != null) {
            config.setUsername(login.username());
        }
        if (login.password() != null) {
            config.setPassword(login.password());
        }
        bounded(config.useSingleServer().setAddress(url).setDatabase(database));
        return Redisson.create(config);
    }

    /** A client with two connections: one that waits for messages, one that asks for them. */
    public RedissonClient openForHearing() {
        return new RedisConnection(url, login, database, times, 2).open();
    }

    /** Redisson's defaults cost seconds for each call in an outage. */
    private void bounded(SingleServerConfig server) {
        server.setTimeout((int) times.command().toMillis())
                .setConnectTimeout((int) times.connect().toMillis())
                .setRetryAttempts(0)
                .setPingConnectionInterval(1000)
                .setClientName("alacena");
        server.setConnectionPoolSize(poolSize)
                .setConnectionMinimumIdleSize(Math.min(2, poolSize))
                .setSubscriptionConnectionPoolSize(1)
                .setSubscriptionConnectionMinimumIdleSize(0)
                .setDnsMonitoringInterval(5000);
    }
}
