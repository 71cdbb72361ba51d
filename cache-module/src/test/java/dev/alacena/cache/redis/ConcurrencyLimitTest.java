package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The further away Redis is, the more commands are under way. */
class ConcurrencyLimitTest {
    private final ConcurrencyLimit limit = new ConcurrencyLimit();

    private int after(Duration answer) {
        for (int i = 0; i < ConcurrencyLimit.WINDOW; i++) {
            limit.took(answer.toNanos());
        }
        return limit.commands();
    }

    @Test
    void beforeAnythingIsKnownThereAreAFew() {
        limit.took(Duration.ofMillis(1).toNanos());
        assertThat(limit.commands()).isEqualTo(ConcurrencyLimit.FIRST);
    }

    @Test
    void thereIsOneForEach50MicrosecondsOfAnAnswerWithinLimits() {
        assertThat(after(Duration.ofNanos(40_000))).isEqualTo(ConcurrencyLimit.LEAST);
        assertThat(after(Duration.ofNanos(200_000))).isEqualTo(4);
        assertThat(after(Duration.ofMillis(1))).isEqualTo(20);
        assertThat(after(Duration.ofMillis(100))).isEqualTo(ConcurrencyLimit.MOST);
        assertThat(after(Duration.ofNanos(40_000))).isEqualTo(ConcurrencyLimit.LEAST);
    }

    @Test
    void theQuickestAnswerCountsAsTheOthersWaitedForAProcessor() {
        limit.took(Duration.ofNanos(60_000).toNanos());
        assertThat(after(Duration.ofMillis(5))).isEqualTo(ConcurrencyLimit.LEAST);
    }
}
