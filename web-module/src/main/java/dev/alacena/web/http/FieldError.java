package dev.alacena.web.http;

/**
 * What is wrong with one field of a request.
 *
 * @param field the name of the parameter or of the member of the body; members of members are joined by dots
 * @param message what it must be
 */
public record FieldError(String field, String message) {}
