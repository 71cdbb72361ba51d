package dev.alacena.web.statistics;

/**
 * What was taken out of the cache.
 *
 * @param userId whose statistics
 * @param deletedKeys how many entries there were
 * @param pattern of their keys
 */
record Invalidated(long userId, long deletedKeys, String pattern) {}
