package dev.alacena.cache.plan;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Durations of annotations and settings: ISO-8601, from one millisecond to ten years. */
public final class Durations {
    private static final Duration LONGEST = Duration.ofDays(3650);

    private Durations() {}

    /** Understands a text; one that is no such duration is an {@link IllegalArgumentException}. */
    public static Duration parse(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(LONGEST) <= 0 && duration.toMillis() >= 1) {
                return duration;
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException(text, e);
        }
        throw new IllegalArgumentException(text);
    }
}
