package dev.alacena.history.check;

import dev.alacena.history.event.Event;
import dev.alacena.history.event.Kind;
import dev.alacena.history.event.Outcome;
import java.util.EnumMap;
import java.util.Map;

/** How many events there were, by kind and outcome. */
final class Tally {
    private final Map<Kind, Map<Outcome, Long>> counts = new EnumMap<>(Kind.class);

    void count(Event event) {
        counts.computeIfAbsent(event.kind(), kind -> new EnumMap<>(Outcome.class))
                .merge(event.outcome(), 1L, Long::sum);
    }

    /** Calls of the application: what ran inside of one does not count. */
    long operations() {
        return counts.entrySet().stream()
                .filter(count -> !count.getKey().isLoad())
                .mapToLong(count -> sum(count.getValue()))
                .sum();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        counts.forEach((kind, some) -> {
            text.append("  %s %,d:".formatted(kind, sum(some)));
            some.forEach((outcome, count) -> text.append(" %s=%,d".formatted(outcome, count)));
            text.append('\n');
        });
        return text.toString();
    }

    private static long sum(Map<Outcome, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
