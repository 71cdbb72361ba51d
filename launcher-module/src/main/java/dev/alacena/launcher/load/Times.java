package dev.alacena.launcher.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How long the requests of each kind took, in nanoseconds. Not thread-safe. */
final class Times {

    private final Map<String, List<Long>> taken = new TreeMap<>();

    void add(Call call, long nanos) {
        taken.computeIfAbsent(call.kind(), kind -> new ArrayList<>()).add(nanos);
    }

    static Times of(Iterable<Times> parts) {
        Times all = new Times();
        parts.forEach(part -> part.taken.forEach((kind, times) ->
                all.taken.computeIfAbsent(kind, any -> new ArrayList<>()).addAll(times)));
        return all;
    }

    long requests() {
        return taken.values().stream().mapToLong(List::size).sum();
    }

    Set<String> kinds() {
        return Collections.unmodifiableSet(taken.keySet());
    }

    /** The median of a kind, in nanoseconds; not a number when nobody asked. */
    double median(String kind) {
        return median(taken.getOrDefault(kind, List.of()).stream()
                .mapToDouble(Long::doubleValue)
                .toArray());
    }

    /** The middle one, the upper of two; not a number when there are none. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
