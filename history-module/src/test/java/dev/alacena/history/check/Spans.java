package dev.alacena.history.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Spans of time, asked whether one of them touches another span. Immutable. */
final class Spans {
    static final Spans NONE = new Spans(List.of());

    private final long[] begins;
    private final long[] latestEnds;

    record Span(long begin, long end) {}

    Spans(List<Span> spans) {
        List<Span> sorted =
                spans.stream().sorted(Comparator.comparingLong(Span::begin)).toList();
        begins = sorted.stream().mapToLong(Span::begin).toArray();
        latestEnds = sorted.stream().mapToLong(Span::end).toArray();
        Arrays.parallelPrefix(latestEnds, Math::max);
    }

    boolean touch(long from, long to) {
        int at = Arrays.binarySearch(begins, to);
        int last = at >= 0 ? lastEqual(at) : -at - 2;
        return last >= 0 && latestEnds[last] >= from;
    }

    private int lastEqual(int at) {
        int last = at;
        while (last + 1 < begins.length && begins[last + 1] == begins[at]) {
            last++;
        }
        return last;
    }
}
