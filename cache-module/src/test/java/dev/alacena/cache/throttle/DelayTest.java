package dev.alacena.cache.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Throttle.Delay;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** How delays grow, whatever the numbers are. */
class DelayTest {

    @Property
    void aDelayDoublesUntilItIsTheLongestAndNeverShrinks(
            @ForAll @IntRange(max = 1_000_000) int free,
            @ForAll @LongRange(min = 1, max = 315_360_000_000L) long first,
            @ForAll @LongRange(min = 1, max = 315_360_000_000L) long longest,
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long more) {
        Delay delay = new Delay(free, Duration.ofMillis(first), Duration.ofMillis(longest), Duration.ofDays(1));
        assertThat(delay.after(free)).isZero();
        assertThat(delay.after(free + 1L)).isEqualTo(Duration.ofMillis(Math.min(first, longest)));
        Duration one = delay.after(free + more);
        Duration next = delay.after(free + more + 1);
        assertThat(next).isBetween(one, Duration.ofMillis(longest));
        assertThat(next.equals(one.multipliedBy(2)) || next.toMillis() == longest)
                .isTrue();
    }
}
