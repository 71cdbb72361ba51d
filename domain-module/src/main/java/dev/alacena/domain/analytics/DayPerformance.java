package dev.alacena.domain.analytics;

import java.time.LocalDate;

/**
 * How a user kept to the habits of one day.
 *
 * @param date the day
 * @param planned what that day's share of the targets comes to: for each active habit that existed when the day ended, its
 *     target divided by 7; their sum, to two decimals
 * @param done how many active habits have a record of more than 0 for that day
 * @param rate {@code done} divided by {@code planned}, to four decimals, 1 at most; 0 where nothing was planned
 */
public record DayPerformance(LocalDate date, double planned, long done, double rate) {}
