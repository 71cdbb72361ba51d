package dev.alacena.benchmark.figure;

import dev.alacena.benchmark.paired.Compiler;
import dev.alacena.benchmark.paired.Crew;
import dev.alacena.benchmark.paired.Median;
import dev.alacena.benchmark.paired.Operation;
import dev.alacena.benchmark.paired.Paired;
import dev.alacena.benchmark.paired.Processors;
import dev.alacena.benchmark.paired.Reading;
import dev.alacena.benchmark.paired.Rounds;
import dev.alacena.benchmark.paired.Subject;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The library and what it is compared with, each repeated by the same threads. */
record Contest(Place place, int threads, Map<String, Operation> operations) {
    static final String LIBRARY = "Alacena";

    /** Tells in between the ratio of times to this baseline, and at the end what each took. */
    Rounds run(String baseline) throws Exception {
        Place.Effort effort = place.effort();
        try (Crew crew = new Crew(threads, Processors.with(place.redis()::processorNanos))) {
            List<Subject> subjects = operations.entrySet().stream()
                    .map(one -> new Subject(one.getKey(), crew.turn(effort.turn(), one.getValue())))
                    .toList();
            Rounds rounds = new Paired(subjects, new Random(), sofar -> tell(sofar, baseline))
                    .run(effort.warmUp(), new Compiler(), effort.rounds());
            operations.keySet().forEach(name -> tell(name, rounds));
            return rounds;
        }
    }

    private void tell(Rounds rounds, String baseline) {
        place.progress().tick(() -> {
            Median ratio = rounds.ratio(LIBRARY, baseline, Reading::nanos);
            return "round %d of %d: time %.2f of %s"
                    .formatted(rounds.readings().size(), place.effort().rounds(), ratio.middle(), baseline);
        });
    }

    private void tell(String name, Rounds rounds) {
        place.progress()
                .say(
                        "  %-34s %8.1f µs an operation, processor %7.1f µs here + %5.1f µs in Redis",
                        name,
                        micros(rounds.cost(name, Reading::nanos)),
                        micros(rounds.cost(name, Reading::client)),
                        micros(rounds.cost(name, Reading::server)));
    }

    private static double micros(Median nanos) {
        return nanos.middle() / 1000;
    }

    /** How the quartiles lie around a ratio. */
    static String spread(Median ratio) {
        return "%.2f to %.2f".formatted(ratio.low(), ratio.high());
    }
}
