package dev.alacena.domain.category;

/**
 * A category is being taken out, and what was sorted by it stays without one. Fired inside of that transaction, before the row
 * goes and while nobody else can sort by it, so that whoever keeps such things in a cache can still see what they are.
 *
 * @param category the id
 */
public record CategoryDeleted(long category) {}
