package dev.alacena.benchmark.figure;

import dev.alacena.benchmark.paired.Median;
import dev.alacena.benchmark.paired.Paired;
import dev.alacena.benchmark.paired.Reading;
import dev.alacena.benchmark.paired.Rounds;
import dev.alacena.benchmark.paired.Subject;
import dev.alacena.benchmark.paired.Turn;
import dev.alacena.benchmark.report.Finding;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** A hit in level 1, above an interceptor that does nothing, by JMH: a fork is a turn. */
final class NearForks implements Figure {
    private static final String LEVEL_1 = "level1";
    private static final String EMPTY = "emptyInterceptor";
    private static final String NONE = "noInterceptor";
    private static final int ROUNDS = 5;

    @Override
    public List<Finding> measure(Place place) throws Exception {
        int forks = Math.min(ROUNDS, place.effort().rounds());
        Rounds rounds = new Paired(
                        List.of(subject(place, LEVEL_1), subject(place, EMPTY), subject(place, NONE)),
                        new Random(),
                        sofar -> tell(place, sofar, forks))
                .run(0, forks);
        Median time = rounds.difference(LEVEL_1, EMPTY, Reading::nanos);
        Median bytes = rounds.difference(LEVEL_1, EMPTY, Reading::bytes);
        return List.of(
                new Finding("hit in level 1, above an empty interceptor", time.middle(), 40, "ns", note(time, rounds)),
                new Finding(
                        "its allocation",
                        bytes.middle(),
                        100,
                        "B",
                        "the empty interceptor %.0f B"
                                .formatted(rounds.cost(EMPTY, Reading::bytes).middle())));
    }

    private static String note(Median time, Rounds rounds) {
        return "%.0f to %.0f; the empty interceptor %.0f, the client proxy alone %.0f"
                .formatted(
                        time.low(),
                        time.high(),
                        rounds.cost(EMPTY, Reading::nanos).middle(),
                        rounds.cost(NONE, Reading::nanos).middle());
    }

    private static void tell(Place place, Rounds sofar, int forks) {
        place.progress()
                .say(
                        "  round %d of %d: hit in level 1 %.0f ns, empty interceptor %.0f ns",
                        sofar.readings().size(),
                        forks,
                        sofar.cost(LEVEL_1, Reading::nanos).middle(),
                        sofar.cost(EMPTY, Reading::nanos).middle());
    }

    private static Subject subject(Place place, String benchmark) {
        Turn fork = () -> {
            RunResult result = run(place, benchmark);
            return new Reading(
                    // of the iterations: the mean would carry every disturbance
                    result.getPrimaryResult().getStatistics().getPercentile(50),
                    0,
                    0,
                    Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                            .getScore());
        };
        return new Subject(benchmark, fork);
    }

    private static RunResult run(Place place, String benchmark) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(Level1.class.getName() + "." + benchmark + "$")
                        .forks(1)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(15)
                        .measurementTime(TimeValue.milliseconds(200))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .jvmArgsAppend(
                                "-D%s=%s".formatted(Level1.REDIS, place.redis().url()))
                        .build())
                .runSingle();
    }
}
