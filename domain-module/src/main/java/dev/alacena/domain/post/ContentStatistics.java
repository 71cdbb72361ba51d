package dev.alacena.domain.post;

/**
 * How much a user has written.
 *
 * @param userId the user
 * @param postsCount posts, from 0
 * @param commentsCount comments, on own posts and on others', from 0
 */
public record ContentStatistics(long userId, long postsCount, long commentsCount) {}
