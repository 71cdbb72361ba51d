package dev.alacena.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is asked for. */
class MixTest {

    private static final int MANY = 200_000;

    /** Two of each user: the first one's are 10 and 11. */
    private static final ShownPosts POSTS = new ShownPosts(IntStream.rangeClosed(1, Mix.number(Mix.USERS))
            .boxed()
            .collect(Collectors.toMap(user -> user, user -> List.of(user * 10L, user * 10L + 1))));

    @Test
    void theSameSeedGivesTheSameRequests() {
        assertThat(calls(1).limit(1000).toList()).isEqualTo(calls(1).limit(1000).toList());
        assertThat(calls(1).limit(1000).toList())
                .isNotEqualTo(calls(2).limit(1000).toList());
    }

    @Test
    void fiveOfHundredRequestsWrite() {
        double writes = calls(1).limit(MANY)
                .filter(call -> !call.method().equals("GET"))
                .count();

        assertThat(writes / MANY).isCloseTo(0.05, within(0.005));
    }

    @Test
    void aPostIsAskedForAsOftenAsItsAuthor() {
        double harmonic =
                IntStream.rangeClosed(1, Mix.USERS).mapToDouble(k -> 1.0 / k).sum();
        List<String> paths = calls(1).limit(MANY)
                .filter(call -> call.kind().equals("post"))
                .map(Call::path)
                .toList();

        for (long post : List.of(10L, 11L)) {
            double share = (double) Collections.frequency(paths, "/api/v1/posts/" + post) / paths.size();
            assertThat(share * 2 * harmonic).isCloseTo(1, within(0.1));
        }
    }

    @Test
    void aUserWithoutPostsIsRefusedWithTheReason() {
        ShownPosts none = new ShownPosts(Map.of());
        assertThatThrownBy(() -> none.draw(7, new SplittableRandom(1)))
                .hasMessageStartingWith("User 7 has no posts. The load needs the demo data");
    }

    @Test
    void theFirstOfThreeHundredIsDrawnAsOftenAsZipfSays() {
        Zipf zipf = new Zipf(300);
        SplittableRandom random = new SplittableRandom(1);
        double harmonic =
                IntStream.rangeClosed(1, 300).mapToDouble(k -> 1.0 / k).sum();

        List<Integer> drawn =
                Stream.generate(() -> zipf.draw(random)).limit(MANY).toList();

        assertThat(drawn).allMatch(number -> 1 <= number && number <= 300).contains(300);
        for (int number : List.of(1, 2, 10)) {
            double share = (double) drawn.stream().filter(one -> one == number).count() / MANY;
            assertThat(share * harmonic * number).isCloseTo(1, within(0.1));
        }
    }

    @Test
    void nobodyAsksWhoTakesNoPart() {
        assertThat(IntStream.rangeClosed(1, Mix.USERS).map(Mix::number))
                .contains(1, 49, 51, 99, 101)
                .doesNotHaveDuplicates()
                .noneMatch(number -> number % 50 == 0);
    }

    @Test
    void aMedianIsTheMiddleOneAndNoneIsNotANumber() {
        assertThat(Times.median(3, 1, 2)).isEqualTo(2);
        assertThat(Times.median()).isNaN();
        assertThat(new Times().median("user")).isNaN();
    }

    @Test
    void howLongItTakesIsReadOfTheArgumentsOrRefused() {
        assertThat(Load.Length.of("port=8080", "rounds=", "seconds=3"))
                .isEqualTo(new Load.Length(Duration.ofMinutes(1), 7, Duration.ofSeconds(3)));
        assertThatThrownBy(() -> Load.Length.of("rounds=0")).hasMessage("-Drounds=0 is not a number from 1 to 100");
    }

    private static Stream<Call> calls(long seed) {
        Mix mix = new Mix(POSTS, new SplittableRandom(seed));
        return Stream.generate(mix::next);
    }
}
