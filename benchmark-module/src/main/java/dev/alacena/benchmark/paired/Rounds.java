package dev.alacena.benchmark.paired;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What was read, round by round. Subjects of one round met the same weather, those of different rounds did not: so the
 * ratio is taken within each round, and the median over the rounds.
 *
 * @param readings of each subject by its name, for each round
 */
public record Rounds(List<Map<String, Reading>> readings) {
    public Rounds {
        readings = readings.stream().map(Map::copyOf).toList();
    }

    /** How much of the baseline's cost the subject has. */
    public Median ratio(String subject, String baseline, ToDoubleFunction<Reading> cost) {
        return over(round -> cost.applyAsDouble(of(round, subject)) / cost.applyAsDouble(of(round, baseline)));
    }

    /** How much more the subject costs. */
    public Median difference(String subject, String baseline, ToDoubleFunction<Reading> cost) {
        return over(round -> cost.applyAsDouble(of(round, subject)) - cost.applyAsDouble(of(round, baseline)));
    }

    public Median cost(String subject, ToDoubleFunction<Reading> cost) {
        return over(round -> cost.applyAsDouble(of(round, subject)));
    }

    private Median over(ToDoubleFunction<Map<String, Reading>> value) {
        return Median.of(readings.stream().mapToDouble(value).toArray());
    }

    private static Reading of(Map<String, Reading> round, String subject) {
        Reading reading = round.get(subject);
        if (reading == null) {
            throw new IllegalArgumentException("nobody is called " + subject);
        }
        return reading;
    }
}
