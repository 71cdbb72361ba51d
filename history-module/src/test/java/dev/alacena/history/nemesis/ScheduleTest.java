package dev.alacena.history.nemesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same seed makes the same trouble, and every round has trouble of every kind. */
class ScheduleTest {
    private static final List<Victim> VICTIMS = List.of(new Nobody(0), new Nobody(1));

    private static Catalogue catalogue(String... names) {
        return new Catalogue(new Nothing(), VICTIMS, Set.of(names));
    }

    private static List<String> steps(long seed, int count) {
        Schedule schedule = new Schedule(catalogue(), seed);
        return Stream.generate(schedule::next)
                .limit(count)
                .map(Schedule.Step::toString)
                .toList();
    }

    @Test
    void theSameSeedMakesTheSameTrouble() {
        assertThat(steps(5, 100)).isEqualTo(steps(5, 100)).isNotEqualTo(steps(6, 100));
    }

    @Test
    void aRoundHasTroubleOfEveryKind() {
        int kinds = catalogue().kinds().size();
        Schedule schedule = new Schedule(catalogue(), 1);
        Set<String> names = new HashSet<>();
        for (int at = 0; at < kinds; at++) {
            assertThat(schedule.completed()).isZero();
            names.add(schedule.next().trouble().name());
        }
        assertThat(names).hasSize(kinds);
        assertThat(schedule.completed()).isEqualTo(1);
    }

    @Test
    void troubleCanBeChosenByName() {
        assertThat(catalogue("flush", "kill-redis").kinds()).hasSize(2);
        assertThat(catalogue("none").kinds()).isEmpty();
        assertThatThrownBy(() -> catalogue("floods"))
                .hasMessageContaining("kill-redis")
                .hasMessageContaining("floods");
    }

    private record Nobody(int number) implements Victim {
        @Override
        public Proxy link() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void kill() {}

        @Override
        public void restart() {}

        @Override
        public void pause() {}

        @Override
        public void resume() {}
    }

    private static final class Nothing implements Level2 {
        @Override
        public void command(String command) throws IOException {}

        @Override
        public void kill() {}

        @Override
        public void start() {}

        @Override
        public void freeze() {}

        @Override
        public void thaw() {}
    }
}
