package dev.alacena.history.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.alacena.history.check.Spans.Span;
import dev.alacena.history.event.Fault.Effect;
import dev.alacena.history.event.Shelf;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The small tools of the checker. */
class FiguresTest {

    @Test
    void aHistogramIsRightWithinAnEighth() {
        Histogram histogram = new Histogram();
        for (int millis = 1; millis <= 1_000; millis++) {
            histogram.add(millis * 1_000_000L);
        }
        assertThat(histogram.millis(0.5)).isCloseTo(500, within(500 / 8.0));
        assertThat(histogram.millis(0.99)).isCloseTo(990, within(990 / 8.0));
        assertThat(histogram.millis(1)).isEqualTo(1_000);
        assertThat((double) histogram.within(100_000_000)).isCloseTo(100, within(100 / 8.0));
        assertThat(histogram.count()).isEqualTo(1_000);
    }

    @Test
    void aHistogramTakesWhatIsTinyAndWhatIsHuge() {
        Histogram histogram = new Histogram();
        histogram.add(0);
        histogram.add(-5);
        histogram.add(Long.MAX_VALUE);
        assertThat(histogram.within(0)).isEqualTo(2);
        assertThat(histogram.millis(1)).isEqualTo(Long.MAX_VALUE / 1e6);
    }

    @Test
    void spansTouchAsTheyDoOneByOne() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Span> spans = random.ints(random.nextInt(6), 0, 50)
                    .mapToObj(begin -> new Span(begin, begin + random.nextInt(10)))
                    .toList();
            long from = random.nextInt(60);
            long to = from + random.nextInt(10);
            assertThat(new Spans(spans).touch(from, to))
                    .isEqualTo(spans.stream().anyMatch(span -> span.begin() <= to && span.end() >= from));
        }
    }

    @Test
    void theReportTellsHowManyWritesWereExcused() {
        int row = Shelf.STRICT.row(0);
        Tale tale = new Tale()
                .fault(Effect.UNCONFIRMED, 0, 105, 200)
                .write(0, Shelf.STRICT, row, 1, 100, 110)
                .write(0, Shelf.STRICT, row, 2, 201, 210);
        assertThat(tale.check(Tale.CONTRACT).tally())
                .contains("due later than they returned, 50.000 % of 2 writes")
                .contains("longest 90.0 ms");
    }

    @Test
    void theReportTellsHowOldTheAnswersWere() {
        int row = Shelf.BOUNDED.row(0);
        Tale tale = new Tale()
                .write(0, Shelf.BOUNDED, row, 1, 100, 110)
                .read(1, Shelf.BOUNDED, row, 0, 160)
                .read(1, Shelf.BOUNDED, row, 0, 360)
                .read(1, Shelf.BOUNDED, row, 1, 400)
                .read(1, Shelf.BOUNDED, row, 1, 401);
        assertThat(tale.check(Tale.CONTRACT).staleness())
                .contains("bounded, in health: 50.0000 % of 4 reads fresh, 75.0000 % fresh or at most 100 ms old");
    }
}
