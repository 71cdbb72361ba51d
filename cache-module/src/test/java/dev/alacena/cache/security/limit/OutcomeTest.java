package dev.alacena.cache.security.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.limit.RateLimited.By;
import dev.alacena.api.limit.Verdict;
import dev.alacena.cache.engine.Throttle.Bucket;
import dev.alacena.cache.plan.LimitPlan;
import dev.alacena.cache.security.limit.Outcome.Said;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What clients are told of limits. */
class OutcomeTest {

    private static Said said(String limit, Duration per, Verdict verdict) {
        return new Said(new LimitPlan(limit, new Bucket(100, per), Set.of(By.USER)), verdict);
    }

    @Test
    void everyLimitIsAnItemOfBothFields() {
        Outcome outcome = new Outcome(List.of(
                said("burst", Duration.ofSeconds(1), new Verdict(true, 7, Duration.ofMillis(10), 100)),
                said("daily", Duration.ofDays(1), new Verdict(true, 99, Duration.ofSeconds(864), 100))));
        assertThat(outcome.policies()).isEqualTo("\"burst\";q=100;w=1, \"daily\";q=100;w=86400");
        assertThat(outcome.services()).isEqualTo("\"burst\";r=7;t=1, \"daily\";r=99;t=864");
        assertThat(outcome.refusal()).isEmpty();
    }

    @Test
    void aWindowThatIsNoWholeSecondsIsLeftOut() {
        Outcome outcome =
                new Outcome(List.of(said("a", Duration.ofMillis(1500), new Verdict(true, 1, Duration.ZERO, 100))));
        assertThat(outcome.policies()).isEqualTo("\"a\";q=100");
        assertThat(outcome.services()).isEqualTo("\"a\";r=1;t=0");
    }

    @Test
    void aRefusalIsFoundAndItsWaitIsRoundedUp() {
        Verdict refused = new Verdict(false, 0, Duration.ofSeconds(2).plusNanos(1), 100);
        Outcome outcome = new Outcome(List.of(
                said("a", Duration.ofSeconds(1), new Verdict(true, 7, Duration.ZERO, 100)),
                said("b", Duration.ofSeconds(1), refused)));
        assertThat(outcome.refusal()).contains(refused);
        assertThat(refused.retryAfter()).isEqualTo(3);
    }

    @Test
    void theTightestBucketSpeaksForItsLimit() {
        Verdict much = new Verdict(true, 7, Duration.ZERO, 100);
        Verdict little = new Verdict(true, 1, Duration.ZERO, 100);
        Verdict none = new Verdict(false, 9, Duration.ofSeconds(1), 100);
        assertThat(List.of(much, little).stream().min(Said.TIGHTEST)).contains(little);
        assertThat(List.of(little, none).stream().min(Said.TIGHTEST)).contains(none);
    }
}
