package dev.alacena.domain.user;

/**
 * A user is being taken out, and with the row all that belongs to it. Fired inside of that transaction, before the row
 * goes, so that whoever keeps something of the user in a cache can still see what that is.
 *
 * @param user the id
 */
public record UserDeleted(long user) {}
