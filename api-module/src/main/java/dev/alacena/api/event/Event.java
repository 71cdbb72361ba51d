package dev.alacena.api.event;

/**
 * Something that happened.
 *
 * @param number its place in the order of all events of the application, above 0; what a follower resumes from
 * @param subject whom it concerns
 * @param type what kind of thing happened
 * @param data what there is to know about it, as text
 */
public record Event(long number, String subject, String type, String data) {}
