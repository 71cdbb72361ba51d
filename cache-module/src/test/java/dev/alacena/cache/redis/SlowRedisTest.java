package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that answers everything, but too late, under the settings of production. */
class SlowRedisTest {
    private static final Duration LATE = Duration.ofMillis(500);

    /** Far more than the four connections of a node. */
    private static final int CALLERS = 64;

    private final RedisProcess redis = new RedisProcess();
    private final LateLink link = new LateLink(redis);
    private final Node node = new Node(link.topology());

    @AfterEach
    void stop() throws IOException {
        node.close();
        link.close();
        redis.close();
    }

    @Test
    void f4ACallWaitsNoLongerThanATimeOutAndSoonNotAtAll() {
        node.keep(node.request("42"), "kept");
        link.late(LATE);
        Haste.ofCalls(node);
        link.late(Duration.ZERO);
        Haste.of(() -> node.keep(node.request("43"), "kept"));
    }

    @Test
    void f21ACallThatFindsNoConnectionWaitsNoLonger() throws Exception {
        node.keep(node.request("42"), "kept");
        link.late(LATE);
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            for (Future<Object> answer : threads.invokeAll(
                    IntStream.range(0, CALLERS)
                            .mapToObj(i -> Executors.callable(() -> read(i), (Object) i))
                            .toList(),
                    Haste.CROWD.toNanos(),
                    TimeUnit.NANOSECONDS)) {
                assertThat(answer).isNotCancelled();
                answer.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void read(int caller) {
        assertThat(node.read(node.request("of " + caller), "v" + caller)).isEqualTo("v" + caller);
    }
}
