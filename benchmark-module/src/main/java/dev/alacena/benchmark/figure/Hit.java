package dev.alacena.benchmark.figure;

import static dev.alacena.benchmark.figure.Contest.LIBRARY;

import dev.alacena.benchmark.figure.Reads.Kind;
import dev.alacena.benchmark.paired.Median;
import dev.alacena.benchmark.paired.Reading;
import dev.alacena.benchmark.report.Finding;
import java.util.List;
import java.util.Map;

/** A hit in Redis by one thread: time, and commands. */
final class Hit implements Figure {
    private static final int CALLS = 1000;

    @Override
    public List<Finding> measure(Place place) throws Exception {
        try (Reads reads = Reads.open(place, Kind.ITEM)) {
            Median ratio = new Contest(
                            place,
                            1,
                            Map.of(
                                    LIBRARY,
                                    reads.library(),
                                    Reads.TUNED,
                                    reads.tuned(),
                                    Reads.DEFAULTS,
                                    reads.defaults()))
                    .run(Reads.TUNED)
                    .ratio(LIBRARY, Reads.TUNED, Reading::nanos);
            return List.of(
                    new Finding(
                            "hit in Redis, 300 B, 1 thread: time of raw `RBucket.get`",
                            ratio.middle(),
                            1.10,
                            "",
                            Contest.spread(ratio) + reads.note()),
                    new Finding(
                            "its commands",
                            Commands.each(place.redis(), CALLS, reads.library()),
                            1,
                            "commands",
                            "`INFO commandstats`"));
        }
    }
}
