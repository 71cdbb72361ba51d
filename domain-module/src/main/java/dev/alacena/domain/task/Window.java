package dev.alacena.domain.task;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The last days of a calendar, the one that is today included: from the start of the first to the start of the one
 * after today.
 *
 * @param days how many, at least 1
 * @param zone where the days begin and end
 * @param from the first day; with the next midnight of the zone it is another
 */
public record Window(int days, ZoneId zone, LocalDate from) {

    public Window {
        if (days < 1) {
            throw new IllegalArgumentException("A window has at least one day, not " + days);
        }
    }

    /** The last {@code days} days, as of now. */
    public static Window of(int days, ZoneId zone, Clock clock) {
        return new Window(days, zone, LocalDate.ofInstant(clock.instant(), zone).minusDays(days - 1L));
    }

    /** The first instant in it. */
    Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first instant after it. */
    Instant end() {
        return from.plusDays(days).atStartOfDay(zone).toInstant();
    }
}
