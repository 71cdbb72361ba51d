package dev.alacena.history.check;

import dev.alacena.history.event.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The violations of a run: all are counted; of each kind some are kept, of different rows. */
final class Findings {
    private static final int KEPT = 8;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Set<Integer>> rows = new TreeMap<>();
    private final List<Violation> some = new ArrayList<>();

    /** The detail is asked for only if the violation is kept. */
    void add(String promise, String kind, Event event, Supplier<String> detail) {
        String name = promise + " " + kind;
        counts.merge(name, 1, Integer::sum);
        Set<Integer> known = rows.computeIfAbsent(name, same -> new HashSet<>());
        if (known.size() < KEPT && known.add(event.row())) {
            some.add(new Violation(promise, kind, event, detail.get()));
        }
    }

    Map<String, Integer> counts() {
        return counts;
    }

    List<Violation> some() {
        return some;
    }
}
