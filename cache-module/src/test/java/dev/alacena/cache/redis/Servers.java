package dev.alacena.cache.redis;

import java.util.List;

/** Real servers of one kind, all started and stopped together. */
interface Servers extends AutoCloseable {
    /** How a client finds them. */
    Topology topology();

    /** Who a client is to them. */
    default RedisConnection.Login login() {
        return RedisConnection.Login.NONE;
    }

    /** Those that clients read and write, as they were at the start. */
    List<RedisProcess> primaries();

    /** Starts those that do not run, without any keys; back when all of them answer. */
    void start();

    /** Kills all. */
    void stop();

    @Override
    void close();
}
