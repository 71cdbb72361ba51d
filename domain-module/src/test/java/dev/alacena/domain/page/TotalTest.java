package dev.alacena.domain.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The total of a list is the same, whether the database is asked or the part tells it. */
class TotalTest {

    private int asked;

    private long total(int length, int skip, int limit) {
        List<Integer> part =
                IntStream.range(0, length).skip(skip).limit(limit).boxed().toList();
        return Total.of(part, skip, limit, () -> {
            asked++;
            return length;
        });
    }

    @Test
    void everyPartOfEveryListTellsItsLength() {
        for (int length = 0; length < 5; length++) {
            for (int skip = 0; skip < 7; skip++) {
                for (int limit = 1; limit < 7; limit++) {
                    assertThat(total(length, skip, limit))
                            .as("%d, %d, %d", length, skip, limit)
                            .isEqualTo(length);
                }
            }
        }
    }

    @Test
    void aPartThatIsNotFullAsksNobody() {
        assertThat(total(3, 0, 4)).isEqualTo(3);
        assertThat(total(3, 2, 4)).isEqualTo(3);
        assertThat(total(0, 0, 4)).isZero();
        assertThat(asked).isZero();
    }

    @Test
    void aPartThatIsFullOrBehindTheEndAsks() {
        total(4, 0, 4);
        total(3, 5, 4);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aSkipAsLargeAsItGetsIsCounted() {
        assertThat(Total.of(List.of(1), Integer.MAX_VALUE, 2, () -> -1)).isEqualTo(2_147_483_648L);
    }
}
