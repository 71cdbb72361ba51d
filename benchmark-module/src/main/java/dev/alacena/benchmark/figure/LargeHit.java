package dev.alacena.benchmark.figure;

import static dev.alacena.benchmark.figure.Contest.LIBRARY;

import dev.alacena.benchmark.figure.Reads.Kind;
import dev.alacena.benchmark.paired.Median;
import dev.alacena.benchmark.paired.Reading;
import dev.alacena.benchmark.report.Finding;
import java.util.List;
import java.util.Map;

/** A hit in Redis whose JSON has to be read: a page of a hundred items. */
final class LargeHit implements Figure {
    @Override
    public List<Finding> measure(Place place) throws Exception {
        try (Reads reads = Reads.open(place, Kind.PAGE)) {
            Median ratio = new Contest(place, 1, Map.of(LIBRARY, reads.library(), Reads.TUNED, reads.tuned()))
                    .run(Reads.TUNED)
                    .ratio(LIBRARY, Reads.TUNED, Reading::nanos);
            return List.of(new Finding(
                    "hit in Redis, 30 KB of JSON, 1 thread: time of raw `RBucket.get`",
                    ratio.middle(),
                    1.9,
                    "",
                    Contest.spread(ratio) + reads.note()));
        }
    }
}
