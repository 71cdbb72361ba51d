package dev.alacena.benchmark.report;

import java.util.Locale;

/**
 * One figure beside its bound.
 *
 * @param what was measured
 * @param measured the figure
 * @param bound that it should not exceed
 * @param unit of both; empty for a ratio
 * @param note what else is to be known
 */
public record Finding(String what, double measured, double bound, String unit, String note) {
    public Finding(String what, double measured, double bound, String unit) {
        this(what, measured, bound, unit, "");
    }

    /** A figure that could not be measured. */
    public static Finding failed(String figure, Exception cause) {
        return new Finding(figure, Double.NaN, Double.NaN, "", first(cause));
    }

    private static String first(Exception cause) {
        return String.valueOf(cause).lines().findFirst().orElse("");
    }

    public boolean met() {
        return measured <= bound;
    }

    /** Told while the run goes on. */
    public String line() {
        return "%s: %s, bound %s%s".formatted(what, amount(measured), amount(bound), met() ? "" : ", NOT MET");
    }

    /** A line of a table in Markdown. */
    String row() {
        return "| %s | %s | ≤ %s | %s | %s |"
                .formatted(what, amount(measured), amount(bound), met() ? "met" : "**not met**", note);
    }

    /** A ratio to a thousandth, so that one that just misses its bound does not look as if it met it. */
    private String amount(double value) {
        if (unit.isEmpty()) {
            return String.format(Locale.ROOT, "%.3f", value);
        }
        boolean whole = value == Math.rint(value);
        return String.format(Locale.ROOT, whole ? "%.0f %s" : value < 10 ? "%.2f %s" : "%.1f %s", value, unit);
    }
}
