package dev.alacena.benchmark;

import dev.alacena.benchmark.figure.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the user wants.
 *
 * @param figures names of figures, in their order
 * @param effort of each
 * @param target directory for what is written
 */
record Options(List<String> figures, Place.Effort effort, Path target) {
    private static final String ALL = "all";

    /**
     * Takes {@code name=value} arguments; empty values count as none.
     *
     * @throws IllegalArgumentException that says what is wrong
     */
    static Options parse(Collection<String> known, String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (equals < 0 || !List.of("figure", "rounds", "turn", "target").contains(name)) {
                throw new IllegalArgumentException(argument + " is none of figure=, rounds=, turn=, target=");
            }
            if (equals + 1 < argument.length()) {
                given.put(name, argument.substring(equals + 1));
            }
        }
        int rounds = positive("rounds", given.getOrDefault("rounds", "60"));
        int turn = positive("turn", given.getOrDefault("turn", "200"));
        return new Options(
                figures(known, given.getOrDefault("figure", ALL)),
                new Place.Effort(rounds, Duration.ofMillis(turn)),
                Path.of(given.getOrDefault("target", "target")));
    }

    private static List<String> figures(Collection<String> known, String wanted) {
        List<String> names = wanted.equals(ALL) ? List.copyOf(known) : Arrays.asList(wanted.split(","));
        if (!known.containsAll(names)) {
            throw new IllegalArgumentException("figure=%s: choose of %s and %s, separated by commas"
                    .formatted(wanted, ALL, String.join(", ", known)));
        }
        return known.stream().filter(names::contains).toList();
    }

    private static int positive(String name, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s=%s is not a number".formatted(name, text), e);
        }
        throw new IllegalArgumentException("%s=%s is not positive".formatted(name, text));
    }
}
