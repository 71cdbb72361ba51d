package dev.alacena.benchmark.paired;

import java.util.Arrays;

/** The middle of what was seen, and how far the quartiles lie around it: the noise. */
public record Median(double low, double middle, double high) {
    /**
     * The quartiles of some values; between two values linearly.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Median of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Median(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
