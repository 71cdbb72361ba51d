package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/** Reads travel together, and each comes back with its own. */
class GathererTest {
    private static final int KEYS = 500;

    private static RedisProcess redis;
    private static RedissonClient client;

    @BeforeAll
    static void start() {
        redis = new RedisProcess();
        client = RedisStoreTest.connection(redis.topology()).open();
        for (int i = 0; i < KEYS; i++) {
            client.getBucket(name(i), ByteArrayCodec.INSTANCE).set(bytes(i));
        }
    }

    @AfterAll
    static void stop() {
        client.shutdown();
        redis.close();
    }

    private static String name(int i) {
        return "key:" + i;
    }

    private static byte[] bytes(int i) {
        return ("value " + i).getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> get(CompletableFuture<List<byte[]>> answer) {
        return answer.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Test
    void r38EveryReadIsAnsweredWithItsOwnHoweverManyComeTogether() {
        Gatherer gatherer = new Gatherer(client);
        List<CompletableFuture<List<byte[]>>> answers = new ArrayList<>();
        for (int i = 0; i < 20 * KEYS; i++) {
            answers.add(gatherer.read(List.of(name(i % KEYS), "missing", name((i + 1) % KEYS)))
                    .toCompletableFuture());
        }
        for (int i = 0; i < answers.size(); i++) {
            assertThat(get(answers.get(i))).containsExactly(bytes(i % KEYS), null, bytes((i + 1) % KEYS));
        }
    }

    @Test
    void aLoneReadIsOneGet() {
        Gatherer gatherer = new Gatherer(client);
        String before = redis.info("cmdstat_mget");
        assertThat(get(gatherer.read(List.of(name(1))).toCompletableFuture())).containsExactly(bytes(1));
        assertThat(redis.info("cmdstat_mget")).isEqualTo(before);
    }

    @Test
    void readsOfAClosedClientFailAndHoldNobodyUp() {
        RedissonClient closed = RedisStoreTest.connection(redis.topology()).open();
        closed.shutdown();
        Gatherer gatherer = new Gatherer(closed);
        for (int i = 0; i < 20; i++) {
            assertThat(gatherer.read(List.of(name(i)))).failsWithin(10, TimeUnit.SECONDS);
        }
    }
}
