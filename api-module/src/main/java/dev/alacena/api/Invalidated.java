package dev.alacena.api;

/**
 * What became of an invalidation by hand.
 *
 * @param entries how many there were, where it is known: 0 for a tag, inside a transaction, and when Redis is away
 * @param confirmed whether it has been done and Redis has confirmed it. Otherwise it is kept: it is done when the transaction
 *     has committed, or as soon as Redis answers
 */
public record Invalidated(long entries, boolean confirmed) {}
