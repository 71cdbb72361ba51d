package dev.alacena.cache.metrics;

import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Publishes numbers through one API of metrics. Used by one thread at a time. */
interface Bridge extends AutoCloseable {

    /**
     * What a number is called.
     *
     * @param name in words separated by dots, without unit
     * @param unit of what is read; published in seconds, if it is a time
     * @param help one sentence
     */
    record Figure(String name, Unit unit, String help) {}

    /** What is counted. */
    enum Unit {
        NONE,
        SECONDS,
        NANOSECONDS
    }

    /** Publishes a number that only grows. */
    void total(Figure figure, Map<String, String> labels, LongSupplier read);

    /** Publishes a number of the moment, read whenever it is asked for. */
    void gauge(Figure figure, Map<String, String> labels, DoubleSupplier read);

    /** Reads the totals, where the API cannot do so by itself. */
    void refresh();

    /** Takes back what was published. */
    @Override
    void close();
}
