package dev.alacena.benchmark.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void theMedianOfAnOddCountIsTheOneInTheMiddle() {
        assertThat(Median.of(9, 1, 5)).isEqualTo(new Median(3, 5, 7));
    }

    @Test
    void theMedianOfAnEvenCountLiesBetweenTheTwoInTheMiddle() {
        assertThat(Median.of(4, 1, 2, 3).middle()).isEqualTo(2.5);
    }

    @Test
    void oneValueIsItsOwnMedian() {
        assertThat(Median.of(7)).isEqualTo(new Median(7, 7, 7));
    }

    @Test
    void oneWildValueMovesNothing() {
        assertThat(Median.of(1, 1, 1, 1, 1_000_000)).isEqualTo(new Median(1, 1, 1));
    }

    @Test
    void theValuesAreLeftAsTheyAre() {
        double[] values = {3, 1, 2};
        Median.of(values);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void noValuesHaveNoMedian() {
        assertThatIllegalArgumentException().isThrownBy(Median::of).withMessage("no values");
    }
}
