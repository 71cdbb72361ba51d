package dev.alacena.domain.task;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a user has done in a {@link Window}. A task is the user's if it is assigned to the user now.
 *
 * @param userId the user
 * @param periodDays days of the window
 * @param totalTasks the user's tasks that were created in the window
 * @param completed the user's tasks that are done, and were completed in the window, whenever they were created
 * @param inProgress the user's tasks that are in progress now, whenever they were created
 * @param averageDurationHours the mean of the hours from the start to the completion of those of {@code completed} that
 *     were ever started; 0 if there are none; rounded half up to two decimals
 * @param dailyProductivity {@code completed} for each day of the window, rounded half up to two decimals
 */
public record TaskStatistics(
        long userId,
        int periodDays,
        long totalTasks,
        long completed,
        long inProgress,
        double averageDurationHours,
        double dailyProductivity) {

    static double productivity(long completed, int days) {
        return BigDecimal.valueOf(completed)
                .divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
