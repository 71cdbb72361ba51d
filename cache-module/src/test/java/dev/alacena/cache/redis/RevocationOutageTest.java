package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Guard;
import dev.alacena.cache.engine.Revocations.Source;
import dev.alacena.cache.security.Tables;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes, a real Redis and a real PostgreSQL: a revoked token stays revoked whatever happens to either. */
class RevocationOutageTest {
    private static final Duration MAX_STALENESS = Duration.ofSeconds(1);
    private static Tables tables;

    private RedisProcess redis;
    private RevocationNode a;
    private RevocationNode b;

    @BeforeAll
    static void open() {
        tables = new Tables();
    }

    @AfterAll
    static void close() throws IOException {
        tables.close();
    }

    @BeforeEach
    void start() {
        redis = new RedisProcess();
        a = begin();
        b = begin();
    }

    @AfterEach
    void stop() {
        tables.away(false);
        redis.frozen(false);
        a.close();
        b.close();
        redis.close();
    }

    private RevocationNode begin() {
        return new RevocationNode(redis.topology(), tables.revocations()).settled();
    }

    private String revoked() {
        String id = UUID.randomUUID().toString();
        assertThat(b.guard.accepts(id)).isTrue();
        a.guard.revoke(Guard.token(id));
        assertThat(a.guard.accepts(id)).as("on the node that revokes").isFalse();
        return id;
    }

    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static void neverAccepted(RevocationNode node, String id, int tries) {
        for (int i = 0; i < tries; i++) {
            assertThat(node.guard.accepts(id)).as("use " + i).isFalse();
        }
    }

    @Test
    void theOtherNodeRefusesWithinMilliseconds() {
        List<Long> delays = new ArrayList<>();
        for (int trial = 0; trial < 100; trial++) {
            String id = revoked();
            long returned = System.nanoTime();
            long last = returned;
            while (b.guard.accepts(id)) {
                last = System.nanoTime();
                assertThat(last - returned).isLessThan(MAX_STALENESS.toNanos());
            }
            delays.add(TimeUnit.NANOSECONDS.toMicros(last - returned));
        }
        delays.sort(null);
        assertThat(delays.get(50)).isLessThan(50_000);
        assertThat(b.guard.count(Source.MEMORY)).as("without asking Redis").isGreaterThan(200);
        assertThat(b.guard.count(Source.REDIS) + b.guard.count(Source.DATABASE)).isLessThan(100);
    }

    @Test
    void redisKilledRightAfterTheRevocation() {
        String id = revoked();
        redis.stop();
        pass(MAX_STALENESS);
        neverAccepted(b, id, 1_000);
        assertThat(b.guard.accepts("another")).as("by the database").isTrue();
    }

    @Test
    void redisFrozenBeforeTheRevocation() {
        redis.frozen(true);
        String id = UUID.randomUUID().toString();
        a.guard.revoke(Guard.token(id));
        pass(MAX_STALENESS);
        neverAccepted(b, id, 1_000);
        redis.frozen(false);
        b.settled();
        neverAccepted(b, id, 1_000);
    }

    @Test
    void redisFlushedRightAfterTheRevocation() {
        String id = revoked();
        redis.call("FLUSHALL");
        pass(MAX_STALENESS);
        neverAccepted(b, id, 1_000);
        try (RevocationNode c = begin()) {
            neverAccepted(c, id, 1_000);
        }
        Await.until("the copy is complete again", () -> redis.call("HGET", "test:{revocations}", "!complete") != null);
        assertThat(inTheCopy(id)).isTrue();
    }

    @Test
    void flushedFiveTimesASecond() throws InterruptedException {
        String id = revoked();
        AtomicBoolean over = new AtomicBoolean();
        Thread flushing = new Thread(() -> {
            while (!over.get()) {
                redis.call("FLUSHALL");
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        });
        flushing.start();
        try {
            pass(MAX_STALENESS);
            long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
            int innocent = 0;
            while (System.nanoTime() < end) {
                assertThat(b.guard.accepts(id)).isFalse();
                innocent += b.guard.accepts("another") ? 1 : 0;
            }
            assertThat(innocent).isPositive();
        } finally {
            over.set(true);
            flushing.join();
        }
    }

    @Test
    void redisRestartedEmpty() {
        String id = revoked();
        redis.stop();
        redis.start();
        pass(MAX_STALENESS);
        b.settled();
        neverAccepted(b, id, 1_000);
        try (RevocationNode c = begin()) {
            neverAccepted(c, id, 1_000);
        }
    }

    @Test
    void theCopyEvictedWhileNobodyMissesAnything() {
        String id = revoked();
        redis.call("DEL", "test:{revocations}");
        pass(MAX_STALENESS);
        try (RevocationNode c = begin()) {
            neverAccepted(c, id, 1_000);
        }
        neverAccepted(b, id, 1_000);
    }

    @Test
    void aNodeThatStartsWithoutRedisAsksTheDatabase() {
        String id = revoked();
        redis.stop();
        try (RevocationNode c = new RevocationNode(redis.topology(), tables.revocations())) {
            neverAccepted(c, id, 1_000);
            assertThat(c.guard.accepts("another")).isTrue();
        }
    }

    @Test
    void aNodeThatStartsWithNeitherAcceptsNothing() {
        String id = revoked();
        redis.stop();
        tables.away(true);
        try (RevocationNode c = new RevocationNode(redis.topology(), tables.revocations())) {
            neverAccepted(c, id, 100);
            assertThat(c.guard.unsure("another")).isTrue();
            tables.away(false);
            assertThat(c.guard.accepts("another")).isTrue();
            neverAccepted(c, id, 100);
        }
    }

    @Test
    void aRevocationWhoseNodeDiedBeforeItCouldTell() throws Exception {
        String id = UUID.randomUUID().toString();
        assertThat(b.guard.accepts(id)).isTrue();
        tables.revocations().write(Guard.token(id));
        Await.until("the other node refuses", () -> !b.guard.accepts(id));
        Await.until("the copy has it", () -> inTheCopy(id));
    }

    @Test
    void theDatabaseAwayWhileRedisIsThere() {
        String id = revoked();
        tables.away(true);
        pass(MAX_STALENESS);
        assertThat(b.guard.accepts("another")).isTrue();
        neverAccepted(b, id, 1_000);
        try (RevocationNode c = begin()) {
            neverAccepted(c, id, 1_000);
        }
    }

    /** All nodes end with a revocation that the database alone knows; then come later ones, and Redis is there again. */
    private String knownToTheDatabaseAlone() throws SQLException {
        redis.frozen(true);
        String id = UUID.randomUUID().toString();
        a.guard.revoke(Guard.token(id));
        a.close();
        b.close();
        tables.execute("update alacena_revocations set recorded_at = recorded_at - interval '1 hour'");
        tables.revocations().write(Guard.token(UUID.randomUUID().toString()));
        return id;
    }

    @Test
    void redisFrozenUntilEveryNodeWasReplaced() throws SQLException {
        String id = knownToTheDatabaseAlone();
        redis.frozen(false);
        a = new RevocationNode(redis.topology(), tables.revocations());
        neverAccepted(a, id, 1_000);
        a.settled();
        neverAccepted(a, id, 1_000);
        Await.until("the copy has it", () -> inTheCopy(id));
    }

    @Test
    void redisFrozenWhileEveryNodeIsReplaced() throws SQLException {
        String id = knownToTheDatabaseAlone();
        a = new RevocationNode(redis.topology(), tables.revocations());
        neverAccepted(a, id, 100);
        redis.frozen(false);
        a.settled();
        Await.until("the copy has it", () -> inTheCopy(id));
        tables.away(true);
        b = begin();
        neverAccepted(b, id, 1_000);
    }

    @Test
    void theDatabaseAwayUntilEveryNodeWasReplaced() throws SQLException {
        String id = knownToTheDatabaseAlone();
        tables.away(true);
        redis.frozen(false);
        a = begin();
        assertThat(a.guard.accepts("another")).as("the copy has to do").isTrue();
        tables.away(false);
        Await.until("the database was read", () -> !a.guard.accepts(id));
        Await.until("the copy has it", () -> inTheCopy(id));
    }

    private boolean inTheCopy(String id) {
        return redis.call("HGET", "test:{revocations}", Guard.token(id).field()) != null;
    }
}
