package dev.alacena.domain.post;

import java.time.Instant;

/**
 * What somebody says of a post.
 *
 * @param id from 1 up, never used again
 * @param postId the post
 * @param authorId the user who wrote it
 * @param content lines of text
 * @param createdAt in microseconds, as the database keeps it
 */
public record Comment(long id, long postId, long authorId, String content, Instant createdAt) {}
