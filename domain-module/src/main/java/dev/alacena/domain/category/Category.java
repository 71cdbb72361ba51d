package dev.alacena.domain.category;

/**
 * What habits are sorted by, the same for all users.
 *
 * @param id from 1 up, never used again
 * @param name unique without regard to case
 * @param color {@code #rrggbb} in lower case
 */
public record Category(long id, String name, String color) {}
