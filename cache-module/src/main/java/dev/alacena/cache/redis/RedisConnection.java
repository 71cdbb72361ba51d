package dev.alacena.cache.redis;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;

/**
 * How to reach the servers, and within what time. It prints no secrets.
 *
 * @param topology which servers there are
 * @param login who connects
 * @param database index of the database
 * @param times bounds of waiting
 * @param poolSize connections to each primary
 * @param tls whom to trust behind {@code rediss://}
 */
public record RedisConnection(Topology topology, Login login, int database, Times times, int poolSize, Tls tls) {

    /** Trusts whom Java trusts. */
    public RedisConnection(Topology topology, Login login, int database, Times times, int poolSize) {
        this(topology, login, database, times, poolSize, Tls.JAVA);
    }

    /** User and password; both null for a server that asks for none. */
    public record Login(@Nullable String username, @Nullable String password) {
        public static final Login NONE = new Login(null, null);

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

    /** A connected client; fails when the servers cannot be reached now. */
    public RedissonClient open() {
        return Redisson.create(ClientConfig.of(this));
    }

    /** A client with three connections: two that wait, for messages and for events, one that asks for messages. */
    public RedissonClient openForHearing() {
        return new RedisConnection(topology, login, database, times, 3, tls).open();
    }

    /** Why this never connects, whatever the servers do; empty if it may. */
    public Optional<String> mistake() {
        try {
            ClientConfig.of(this);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String toString() {
        return topology.toString();
    }
}
