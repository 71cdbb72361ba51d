package dev.alacena.domain.habit;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was done of a habit on a day.
 *
 * @param id from 1 up, never used again
 * @param habitId the habit
 * @param date the day; a habit has one record for a day at most
 * @param value how much, from 0, without zeros at its end; the habit is done on that day if it is more than 0
 * @param note what the user says of it, or an empty text
 */
public record HabitRecord(long id, long habitId, LocalDate date, BigDecimal value, String note) {

    public HabitRecord {
        value = RecordDraft.plain(value);
    }
}
