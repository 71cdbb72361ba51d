package dev.alacena.domain.post;

import java.time.Instant;

/**
 * A post; in lists with the first 200 characters of its content alone.
 *
 * @param id from 1 up, never used again
 * @param authorId the user who wrote it
 * @param title one line
 * @param content lines of text
 * @param createdAt in microseconds, as the database keeps it
 * @param updatedAt in microseconds; equal to {@code createdAt} before the first change
 */
public record Post(long id, long authorId, String title, String content, Instant createdAt, Instant updatedAt) {}
