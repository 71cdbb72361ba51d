package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.redisson.client.RedisException;
import org.redisson.client.RedisTimeoutException;

/** What opens the breaker, and what does not. */
class BreakerTest {
    private final RedisBreaker breaker = new RedisBreaker();

    private boolean opensAfter(Throwable cause) {
        for (int failure = 0; failure < 20; failure++) {
            breaker.failed(cause, 1);
        }
        return breaker.open();
    }

    @Test
    void itOpensWhenCommandsAreNotAnswered() {
        assertThat(opensAfter(new RedisTimeoutException("no answer"))).isTrue();
    }

    @Test
    void itOpensWhenTheCallerHasGivenUp() {
        assertThat(opensAfter(new TimeoutException())).isTrue();
    }

    @Test
    void itOpensWhenConnectionsAreRefused() {
        assertThat(opensAfter(new RedisException("Unexpected exception", new ConnectException("refused"))))
                .isTrue();
    }

    /** What the client really throws, not what it is thought to. */
    @Test
    void itOpensWhenTheServerIsKilled() throws Exception {
        try (RedisProcess redis = new RedisProcess()) {
            RedisConnection.Times times = new RedisConnection.Times(Duration.ofSeconds(1), Duration.ofSeconds(5));
            var client = new RedisConnection(redis.topology(), RedisConnection.Login.NONE, 0, times, 2).open();
            try {
                client.getBucket("key").get();
                redis.stop();
                for (int call = 0; call < 20 && !breaker.open(); call++) {
                    try {
                        client.getBucket("key").getAsync().toCompletableFuture().get();
                    } catch (ExecutionException e) {
                        breaker.failed(e.getCause(), 1);
                    }
                }
                assertThat(breaker.open()).isTrue();
            } finally {
                client.shutdown();
            }
        }
    }

    @Test
    void aRefusedCommandIsAnAnswer() {
        assertThat(opensAfter(new RedisException("WRONGTYPE"))).isFalse();
    }

    @Test
    void itStaysOpenUntilItIsClosed() {
        assertThat(opensAfter(new RedisTimeoutException("no answer"))).isTrue();
        breaker.answered(1);
        assertThat(breaker.open()).isTrue();
        breaker.close();
        assertThat(breaker.open()).isFalse();
    }

    @Test
    void onlyTheLastCommandsCountHoweverManyWereAnsweredBefore() {
        for (int round = 0; round < 2; round++) {
            for (int answer = 0; answer < 1000; answer++) {
                breaker.answered(1);
            }
            for (int failure = 0; failure < 9; failure++) {
                breaker.failed(new TimeoutException(), 1);
            }
            assertThat(breaker.open()).isFalse();
        }
        breaker.failed(new TimeoutException(), 1);
        assertThat(breaker.open()).isTrue();
    }
}
