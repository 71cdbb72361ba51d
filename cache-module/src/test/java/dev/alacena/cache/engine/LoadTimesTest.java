package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The histogram of load times. */
class LoadTimesTest {
    private final LoadTimes times = new LoadTimes();

    private static int bound(Duration bound) {
        return LoadTimes.BOUNDS.indexOf(bound);
    }

    private void add(Duration time) {
        times.add(time.toNanos());
    }

    @Test
    void boundsAscend() {
        assertThat(LoadTimes.BOUNDS).isSorted().doesNotHaveDuplicates();
        assertThat(bound(Duration.ofNanos(2_500_000))).isEqualTo(1);
    }

    @Test
    void aLoadIsWithinItsBoundAndAllLongerOnes() {
        add(Duration.ofMillis(5));
        assertThat(times.within(bound(Duration.ofMillis(5)) - 1)).isZero();
        assertThat(times.within(bound(Duration.ofMillis(5)))).isEqualTo(1);
        assertThat(times.within(bound(Duration.ofSeconds(10)))).isEqualTo(1);
        assertThat(times.all()).isEqualTo(1);
    }

    @Test
    void theLongestLoadsAreInAllAndInTheSumAlone() {
        add(Duration.ofMillis(2));
        add(Duration.ofSeconds(11));
        assertThat(times.within(LoadTimes.BOUNDS.size() - 1)).isEqualTo(1);
        assertThat(times.all()).isEqualTo(2);
        assertThat(times.nanos()).isEqualTo(Duration.ofMillis(11_002).toNanos());
    }

    @Test
    void aLoadWithoutDurationIsWithinTheShortestBound() {
        times.add(0);
        assertThat(times.within(0)).isEqualTo(1);
    }
}
