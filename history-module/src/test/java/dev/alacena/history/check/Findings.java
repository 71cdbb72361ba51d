package dev.alacena.history.check;

import dev.alacena.history.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The violations of a run: all are counted, some of each kind are kept. */
final class Findings {
    private static final int KEPT = 5;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<Violation> some = new ArrayList<>();

    void add(String promise, String kind, Event event, String detail) {
        Violation violation = new Violation(promise, kind, event, detail);
        if (counts.merge(violation.name(), 1, Integer::sum) <= KEPT) {
            some.add(violation);
        }
    }

    Map<String, Integer> counts() {
        return counts;
    }

    List<Violation> some() {
        return some;
    }
}
