package dev.alacena.web.http;

import dev.alacena.domain.time.Days;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Dates in parameters and bodies. */
public final class Dates {

    private static final String RULE = "must be a date from 1970-01-01 on, as yyyy-MM-dd";
    private static final String SHAPE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final int USUAL = 30;

    private Dates() {}

    /**
     * A date, from 1970-01-01 to 9999-12-31.
     *
     * @throws Refusal if it is none
     */
    public static LocalDate of(String field, String text) {
        try {
            LocalDate date = text.matches(SHAPE) ? LocalDate.parse(text) : LocalDate.MIN;
            if (!date.isBefore(LocalDate.EPOCH)) {
                return date;
            }
        } catch (DateTimeException none) {
            // such as a 30th of February
        }
        throw Refusal.of(field, RULE);
    }

    /**
     * The days from {@code from} to {@code to}, both included. Without {@code to} up to today; without {@code from} thirty
     * days.
     *
     * @throws Refusal if one is no date, if they are the wrong way round, or if these are more than 366 days
     */
    public static Days range(@Nullable String from, @Nullable String to, LocalDate today) {
        LocalDate last = to == null ? today : of("to", to);
        LocalDate first = from == null ? usual(last) : of("from", from);
        if (first.isAfter(last)) {
            throw Refusal.of("from", "must not be after to, which is today if it is left out");
        }
        if (first.until(last, ChronoUnit.DAYS) >= Days.MOST) {
            throw Refusal.of("to", "must be one of the %d days that begin with from".formatted(Days.MOST));
        }
        return new Days(first, last);
    }

    private static LocalDate usual(LocalDate last) {
        LocalDate first = last.minusDays(USUAL - 1);
        return first.isBefore(LocalDate.EPOCH) ? LocalDate.EPOCH : first;
    }
}
