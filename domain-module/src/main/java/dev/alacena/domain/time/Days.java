package dev.alacena.domain.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Days in a row.
 *
 * @param from the first
 * @param to the last, not before the first; {@value #MOST} days at most. Anything else is an {@link
 *     IllegalArgumentException}
 */
public record Days(LocalDate from, LocalDate to) {

    /** So many days at most. */
    public static final int MOST = 366;

    public Days {
        long count = from.until(to, ChronoUnit.DAYS) + 1;
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("%s to %s are %d days".formatted(from, to, count));
        }
    }

    /** When each of them ends in this zone, in their order. Days that a zone has skipped end as they begin. */
    public List<Instant> ends(ZoneId zone) {
        return from.plusDays(1)
                .datesUntil(to.plusDays(2))
                .map(next -> next.atStartOfDay(zone).toInstant())
                .toList();
    }
}
