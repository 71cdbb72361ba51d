package dev.alacena.web.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What was taken out of the cache.
 *
 * @param userId whose statistics
 * @param deletedKeys how many entries there were; left out when nobody knows it yet
 * @param pattern of their keys
 */
record StatisticsInvalidation(long userId, @Nullable Long deletedKeys, String pattern) {}
