package dev.alacena.cache.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** A bridge that keeps what it is given. */
final class Recorded implements Bridge {
    final Map<String, DoubleSupplier> series = new HashMap<>();
    int refreshed;
    int closed;

    /** The value of {@code name{label=value, …}}, its labels in the order of the alphabet. */
    double value(String one) {
        return series.get(one).getAsDouble();
    }

    @Override
    public void total(Figure figure, Map<String, String> labels, LongSupplier read) {
        gauge(figure, labels, () -> read.getAsLong());
    }

    @Override
    public void gauge(Figure figure, Map<String, String> labels, DoubleSupplier read) {
        String name = figure.name() + new TreeMap<>(labels);
        if (series.put(name, read) != null) {
            throw new AssertionError(name + " is published twice");
        }
    }

    @Override
    public void refresh() {
        refreshed++;
    }

    @Override
    public void close() {
        closed++;
        series.clear();
    }
}
