package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Breaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.redisson.client.RedisClusterDownException;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.RedisException;
import org.redisson.client.RedisLoadingException;
import org.redisson.client.RedisTimeoutException;

/**
 * The breaker of a Redis server. It opens when most of the last commands found no server, and stays open until it is closed:
 * trying the server is for those who have invalidations to send first. Thread-safe.
 */
public final class RedisBreaker implements Breaker {
    private static final int WINDOW = 20;
    private static final int LEAST = 10;

    /** Answers since the last failure, as far as they count: a window that is full of answers stays as it is. */
    private final AtomicInteger answers = new AtomicInteger();

    private final CircuitBreaker breaker = CircuitBreaker.of(
            "alacena",
            CircuitBreakerConfig.custom()
                    .slidingWindow(WINDOW, LEAST, SlidingWindowType.COUNT_BASED)
                    .failureRateThreshold(50)
                    .automaticTransitionFromOpenToHalfOpenEnabled(false)
                    .build());

    @Override
    public boolean open() {
        return breaker.getState() == State.OPEN;
    }

    @Override
    public void answered(long nanos) {
        if (answers.get() < WINDOW) {
            answers.incrementAndGet();
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** An answer that refuses a command shows that the server is there. */
    @Override
    public void failed(Throwable cause, long nanos) {
        if (noServer(cause)) {
            answers.set(0);
            breaker.onError(nanos, TimeUnit.NANOSECONDS, cause);
        } else {
            answered(nanos);
        }
    }

    @Override
    public void close() {
        if (open()) {
            answers.set(0);
            breaker.transitionToClosedState();
        }
    }

    private static boolean noServer(Throwable cause) {
        return !(cause instanceof RedisException)
                || cause instanceof RedisTimeoutException
                || cause instanceof RedisConnectionException
                || cause instanceof RedisLoadingException
                || cause instanceof RedisClusterDownException
                || cause.getCause() instanceof TimeoutException
                // a refused connection: Redisson wraps it in an exception like those of refused commands
                || cause.getCause() instanceof IOException;
    }
}
