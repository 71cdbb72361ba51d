package dev.alacena.benchmark.server;

import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.config.Config;

/** Redisson without the library. */
public final class Raw {
    private Raw() {}

    /** As it comes: 64 connections, 32 threads of netty, 16 of its own. */
    public static RedissonClient defaults(Redis redis) {
        Config config = new Config();
        config.setCodec(ByteArrayCodec.INSTANCE);
        config.useSingleServer().setAddress(redis.url());
        return Redisson.create(config);
    }

    /** With the numbers of connections and threads that the library chooses by default. */
    public static RedissonClient tuned(Redis redis) {
        Config config = new Config();
        config.setCodec(ByteArrayCodec.INSTANCE);
        config.setNettyThreads(Math.max(2, Runtime.getRuntime().availableProcessors()));
        config.setThreads(2);
        config.useSingleServer()
                .setAddress(redis.url())
                .setConnectionPoolSize(8)
                .setConnectionMinimumIdleSize(2);
        return Redisson.create(config);
    }
}
