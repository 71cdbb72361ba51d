package dev.alacena.domain.user;

/**
 * A user is about to take part no more: was deactivated, or is being taken out. Fired inside of that transaction, before the
 * row goes.
 *
 * @param user the id
 */
public record UserClosed(long user) {}
