package dev.alacena.domain.habit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to do on some days of each week.
 *
 * @param id from 1 up, never used again
 * @param name what it is
 * @param categoryId what it is sorted by; null for nothing
 * @param targetPerWeek on how many days of a week, 1 to 7
 * @param active whether the user is at it now
 * @param createdAt in microseconds, as the database keeps it
 */
public record Habit(
        long id, String name, @Nullable Long categoryId, int targetPerWeek, boolean active, Instant createdAt) {}
