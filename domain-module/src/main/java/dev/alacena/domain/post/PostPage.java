package dev.alacena.domain.post;

import java.util.List;

/**
 * A part of the list of a user's posts, the newest first.
 *
 * @param posts of this part, each with the beginning of its content
 * @param total how many posts the user has
 */
public record PostPage(List<Post> posts, long total) {

    public PostPage {
        posts = List.copyOf(posts);
    }
}
