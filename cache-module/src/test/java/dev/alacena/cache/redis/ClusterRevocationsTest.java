package dev.alacena.cache.redis;

import dev.alacena.cache.engine.RevocationCopy;
import dev.alacena.cache.engine.RevocationCopyContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.redisson.api.RedissonClient;

/** A Cluster keeps the contract of the revocations. */
class ClusterRevocationsTest extends RevocationCopyContract {
    private Servers servers;
    private RedissonClient client;
    private RedisStore store;

    protected Servers servers() {
        return RedisCluster.shared();
    }

    @BeforeEach
    void open() {
        servers = servers();
        servers.start();
        client = RedisStoreTest.connection(servers.topology()).open();
        store = new RedisStore(
                new RedisStore.Base(client, client, System::nanoTime, Runnable::run),
                new RedisStore.Rules("test", Duration.ofMinutes(1), Duration.ofSeconds(1)));
    }

    @AfterEach
    void close() {
        store.close();
        client.shutdown();
        servers.close();
    }

    @Override
    protected RevocationCopy copy() {
        return store.revocations();
    }
}
