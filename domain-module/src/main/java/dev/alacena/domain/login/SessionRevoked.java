package dev.alacena.domain.login;

/**
 * A session of a user has been ended, by whomever. Fired inside of that transaction.
 *
 * @param user whose it was
 * @param session its handle
 */
public record SessionRevoked(long user, String session) {}
