package dev.alacena.domain.post;

import java.util.List;

/**
 * A part of the list of a post's comments, the oldest first.
 *
 * @param comments of this part
 * @param total how many comments the post has
 */
public record CommentPage(List<Comment> comments, long total) {

    public CommentPage {
        comments = List.copyOf(comments);
    }
}
