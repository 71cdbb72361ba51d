package dev.alacena.domain.habit;

/**
 * A record that has been stored.
 *
 * @param record as it is now
 * @param fresh whether that day had none before
 */
public record StoredRecord(HabitRecord record, boolean fresh) {}
