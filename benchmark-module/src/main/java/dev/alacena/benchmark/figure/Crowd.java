package dev.alacena.benchmark.figure;

import static dev.alacena.benchmark.figure.Contest.LIBRARY;

import dev.alacena.benchmark.figure.Reads.Kind;
import dev.alacena.benchmark.paired.Median;
import dev.alacena.benchmark.paired.Reading;
import dev.alacena.benchmark.paired.Rounds;
import dev.alacena.benchmark.report.Finding;
import java.util.List;
import java.util.Map;

/**
 * Hits in Redis by many threads at once, against Redisson as it comes.
 *
 * @param threads at work
 * @param time bound of the ratio of times
 * @param processors bound of the ratio of processor times of client and server together
 */
record Crowd(int threads, double time, double processors) implements Figure {
    @Override
    public List<Finding> measure(Place place) throws Exception {
        try (Reads reads = Reads.open(place, Kind.ITEM)) {
            Rounds rounds = new Contest(
                            place, threads, Map.of(LIBRARY, reads.library(), Reads.DEFAULTS, reads.defaults()))
                    .run(Reads.DEFAULTS);
            Median times = rounds.ratio(LIBRARY, Reads.DEFAULTS, Reading::nanos);
            Median processor = rounds.ratio(LIBRARY, Reads.DEFAULTS, Reading::processors);
            return List.of(
                    new Finding(
                            "hits in Redis, 300 B, %d threads: time of raw `RBucket.get`, default settings"
                                    .formatted(threads),
                            times.middle(),
                            time,
                            "",
                            Contest.spread(times) + reads.note()),
                    new Finding(
                            "their processor time, client and server",
                            processor.middle(),
                            processors,
                            "",
                            Contest.spread(processor)));
        }
    }
}
