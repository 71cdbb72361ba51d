package dev.alacena.cache.engine.event;

/**
 * An event without its number.
 *
 * @param id of its own, so that one that was sent twice is told once
 * @param subject whom it concerns
 * @param type what kind of event it is
 * @param data what there is to know
 */
public record Note(String id, String subject, String type, String data) {}
