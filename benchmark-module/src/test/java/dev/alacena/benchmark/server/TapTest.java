package dev.alacena.benchmark.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapTest {
    private static final Duration HOLD = Duration.ofMillis(50);

    private Redis redis;
    private Tap tap;
    private Wire wire;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        redis = Redis.start(directory);
        tap = Tap.open(redis, HOLD);
        wire = new Wire(Integer.parseInt(tap.url().replaceAll(".*:", "")));
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        tap.close();
        redis.close();
    }

    @Test
    void everyAnswerIsHeld() throws IOException {
        long start = System.nanoTime();
        wire.call("SET", "a", "1");
        wire.call("GET", "a");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(HOLD.multipliedBy(2));
        assertThat(tap.seen()).isEqualTo(new Tap.Seen(Map.of("set", 1, "get", 1)));
    }

    @Test
    void whatAScriptCallsIsNotCounted() throws IOException {
        wire.call("EVAL", "redis.call('SET', KEYS[1], '1') return redis.call('GET', KEYS[1])", "1", "a");
        assertThat(tap.seen()).isEqualTo(new Tap.Seen(Map.of("eval", 1)));
    }

    @Test
    void upkeepIsNotCountedAndWhatWasSeenIsForgotten() throws IOException {
        wire.call("PING");
        wire.call("GET", "a");
        assertThat(tap.seen().total()).isEqualTo(1);
        assertThat(tap.seen()).isEqualTo(new Tap.Seen(Map.of()));
    }
}
