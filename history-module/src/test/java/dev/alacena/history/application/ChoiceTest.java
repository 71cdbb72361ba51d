package dev.alacena.history.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.history.event.Shelf;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same seed makes the same choices; all kinds of calls are made, the first rows of a shelf more often. */
class ChoiceTest {

    private static List<String> choices(long seed) {
        Choice choice = new Choice(seed);
        return Stream.generate(() -> choice.next() + " " + choice.ending() + " " + choice.row(choice.shelf()))
                .limit(1_000)
                .toList();
    }

    @Test
    void theSameSeedMakesTheSameChoices() {
        assertThat(choices(1)).isEqualTo(choices(1)).isNotEqualTo(choices(2));
    }

    @Test
    void allCallsAreMade() {
        Choice choice = new Choice(3);
        Map<Choice.Call, Integer> calls = new EnumMap<>(Choice.Call.class);
        for (int count = 0; count < 10_000; count++) {
            calls.merge(choice.next(), 1, Integer::sum);
        }
        assertThat(calls).containsOnlyKeys(Choice.Call.values());
    }

    @Test
    void rowsAreThoseOfTheShelfAndTheFirstOnesComeMoreOften() {
        Choice choice = new Choice(4);
        int first = 0;
        for (int count = 0; count < 10_000; count++) {
            int place = choice.row(Shelf.TWIN_BOUNDED) - Shelf.TWIN_STRICT.row(0);
            assertThat(place).isBetween(0, Shelf.WIDTH - 1);
            first += place < Shelf.WIDTH / 4 ? 1 : 0;
        }
        assertThat(first).isBetween(4_700, 5_300);
    }
}
