package dev.alacena.domain.login;

/**
 * What belongs to a session.
 *
 * @param email with which the user logged in
 */
public record LoginData(String email) {}
