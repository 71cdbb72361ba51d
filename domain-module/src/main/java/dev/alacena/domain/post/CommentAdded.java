package dev.alacena.domain.post;

/**
 * Somebody has commented a post. Fired inside of that transaction.
 *
 * @param comment the id
 * @param post the id of the post
 * @param postAuthor whose post it is
 * @param author who commented
 */
public record CommentAdded(long comment, long post, long postAuthor, long author) {}
