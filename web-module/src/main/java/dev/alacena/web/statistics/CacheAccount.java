package dev.alacena.web.statistics;

/**
 * What the cache did for one answer.
 *
 * @param hit whether it gave the answer
 * @param ttl seconds that the entry has left after the call, as Redis tells; 0 if there is none
 * @param key of the entry, as it stands in Redis
 */
record CacheAccount(boolean hit, long ttl, String key) {}
