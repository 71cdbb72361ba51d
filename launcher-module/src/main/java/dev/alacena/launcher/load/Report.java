package dev.alacena.launcher.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What the rounds tell: medians of ratios, each within its round.
 *
 * @param rounds at least one
 */
record Report(List<Round> rounds) {

    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(
                "requests with caches over without",
                median(r -> (double) r.with().requests() / r.without().requests()),
                ""));
        lines.add(line("hit rate", 100 * median(Round::hitRate), " %"));
        lines.add(line("SQL statements for 100 requests", 100 * median(Round::statements), ""));
        lines.add(line("  the same without caches", 100 * median(Round::statementsWithout), ""));
        lines.add(line("  without BEGIN, COMMIT, ROLLBACK", 100 * median(Round::queries), ""));
        lines.add(line("  the same without caches", 100 * median(Round::queriesWithout), ""));
        for (String kind : rounds.get(0).with().kinds()) {
            lines.add(times(kind));
        }
        return lines;
    }

    private String times(String kind) {
        return String.format(
                Locale.ROOT,
                "%-34s %7.2f ms with caches, %7.2f ms without: %.1f %% less%s",
                kind,
                median(r -> r.with().median(kind)) / NANOS_OF_A_MILLISECOND,
                median(r -> r.without().median(kind)) / NANOS_OF_A_MILLISECOND,
                100 * median(r -> r.cut(kind)),
                Mix.COMPUTED.contains(kind) ? " (computed)" : "");
    }

    private static String line(String what, double value, String unit) {
        return String.format(Locale.ROOT, "%-34s %7.2f%s", what, value, unit);
    }

    private double median(ToDoubleFunction<Round> figure) {
        return Times.median(rounds.stream().mapToDouble(figure).toArray());
    }
}
