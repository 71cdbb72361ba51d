package dev.alacena.domain.analytics;

/**
 * How a user kept to one habit, active or not, on some days. A habit is done on a day that has a record of more than 0.
 *
 * @param habitId the habit
 * @param name its name
 * @param expected on how many of the days it was to be done: those at whose end it existed, times its target, divided by 7; to
 *     two decimals
 * @param done on how many of the days it was done
 * @param rate {@code done} divided by {@code expected}, to four decimals, 1 at most; 0 where nothing was expected
 * @param currentStreak how many days in a row it was done up to the last day, or up to the day before it, as the last
 *     may be a day that is not over; those before the first day count too
 * @param longestStreak the longest of the runs of days in a row, of which one day at least is among these days, and of the
 *     current one; days of a run before the first day and after the last count too
 */
public record HabitCompliance(
        long habitId, String name, double expected, long done, double rate, long currentStreak, long longestStreak) {}
