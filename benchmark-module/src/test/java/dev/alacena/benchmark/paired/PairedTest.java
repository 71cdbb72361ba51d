package dev.alacena.benchmark.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairedTest {
    private static final Set<String> NAMES = Set.of("a", "b", "c");

    private final List<String> turns = new ArrayList<>();
    private final List<Integer> told = new ArrayList<>();
    private final List<Subject> subjects =
            NAMES.stream().map(name -> new Subject(name, () -> take(name))).toList();

    private Reading take(String name) {
        turns.add(name);
        return Reading.ofTime(turns.size());
    }

    private Rounds run(int seed, int warmUp, int rounds) throws Exception {
        return new Paired(
                        subjects,
                        new Random(seed),
                        sofar -> told.add(sofar.readings().size()))
                .run(warmUp, rounds);
    }

    @Test
    void inEachRoundEachSubjectHasOneTurn() throws Exception {
        run(1, 0, 20);
        assertThat(turns).hasSize(60);
        for (int round = 0; round < 20; round++) {
            assertThat(turns.subList(3 * round, 3 * round + 3)).containsExactlyInAnyOrderElementsOf(NAMES);
        }
    }

    @Test
    void theOrderWithinARoundIsRandom() throws Exception {
        run(2, 0, 100);
        Set<List<String>> orders = new HashSet<>();
        for (int round = 0; round < 100; round++) {
            orders.add(List.copyOf(turns.subList(3 * round, 3 * round + 3)));
        }
        assertThat(orders).hasSize(6);
    }

    @Test
    void roundsToWarmUpDoNotCount() throws Exception {
        Rounds rounds = run(3, 2, 3);
        assertThat(turns).hasSize(15);
        assertThat(rounds.readings()).hasSize(3);
        assertThat(rounds.cost("a", Reading::nanos).low()).isGreaterThan(6);
    }

    @Test
    void itWarmsUpUntilItIsWarmButNotForEver() throws Exception {
        Paired paired = new Paired(subjects, new Random(5), sofar -> {});
        paired.run(2, () -> turns.size() >= 15, 1);
        assertThat(turns).hasSize(3 * (5 + 1));
        turns.clear();
        paired.run(2, () -> false, 1);
        assertThat(turns).hasSize(3 * (6 + 1));
    }

    @Test
    void theWatcherIsToldAfterEachRoundThatCounts() throws Exception {
        run(4, 2, 3);
        assertThat(told).containsExactly(1, 2, 3);
    }

    @Test
    void aTurnThatFailsEndsTheComparison() {
        Paired paired = new Paired(
                List.of(new Subject("a", () -> {
                    throw new IOException("gone");
                })),
                new Random(),
                sofar -> {});
        assertThatThrownBy(() -> paired.run(0, 1)).isExactlyInstanceOf(IOException.class);
    }
}
