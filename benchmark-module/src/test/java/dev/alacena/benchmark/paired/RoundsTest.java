package dev.alacena.benchmark.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundsTest {

    /** Each array is a round: nanoseconds of a, then of b. */
    private static Rounds rounds(double[]... nanos) {
        return new Rounds(Stream.of(nanos)
                .map(round -> Map.of("a", Reading.ofTime(round[0]), "b", Reading.ofTime(round[1])))
                .toList());
    }

    @Test
    void aRatioIsTakenWithinItsRound() {
        // the machine was ten times slower in the second round, for both
        Rounds rounds = rounds(new double[] {2, 1}, new double[] {20, 10}, new double[] {2, 1});
        assertThat(rounds.ratio("a", "b", Reading::nanos)).isEqualTo(new Median(2, 2, 2));
    }

    @Test
    void theRatioIsTheMedianOfTheRatiosAndNotTheRatioOfTheMedians() {
        Rounds rounds = rounds(new double[] {1, 2}, new double[] {3, 1}, new double[] {4, 8});
        assertThat(rounds.ratio("a", "b", Reading::nanos).middle()).isEqualTo(0.5);
        assertThat(rounds.cost("a", Reading::nanos).middle()
                        / rounds.cost("b", Reading::nanos).middle())
                .isEqualTo(1.5);
    }

    @Test
    void aDifferenceIsTakenWithinItsRound() {
        Rounds rounds = rounds(new double[] {5, 1}, new double[] {104, 100}, new double[] {9, 5});
        assertThat(rounds.difference("a", "b", Reading::nanos)).isEqualTo(new Median(4, 4, 4));
    }

    @Test
    void processorTimeIsThatOfClientAndServer() {
        assertThat(new Reading(1, 20, 3, 0).processors()).isEqualTo(23);
    }

    @Test
    void whoHadNoTurnIsNamed() {
        Rounds rounds = new Rounds(List.of(Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rounds.cost("c", Reading::nanos))
                .withMessage("nobody is called c");
    }
}
