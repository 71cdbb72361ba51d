package dev.alacena.history.check;

import java.util.List;
import java.util.Map;

/**
 * What came of a check.
 *
 * @param violations how many of each kind
 * @param some of them, a few of each kind
 * @param operations calls of the application
 * @param tally events by kind and outcome
 * @param staleness how old the answers were
 * @param added how much longer than their loaders the calls took
 */
public record Report(
        Map<String, Integer> violations,
        List<Violation> some,
        long operations,
        String tally,
        String staleness,
        String added) {

    public Report {
        violations = Map.copyOf(violations);
        some = List.copyOf(some);
    }

    /** The report as text, a line for each fact. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("%,d operations%n".formatted(operations)).append(tally);
        text.append("staleness%n".formatted()).append(staleness);
        text.append("time %s%n".formatted(added));
        text.append(violations.isEmpty() ? "no violations" : "VIOLATIONS " + violations)
                .append('\n');
        some.forEach(violation -> text.append("  ").append(violation).append('\n'));
        return text.toString();
    }
}
