package dev.alacena.domain.task;

/**
 * A task has become somebody's. Fired inside of that transaction.
 *
 * @param task the id
 * @param assignee whose it is now
 */
public record TaskAssigned(long task, long assignee) {}
