package dev.alacena.web.posts;

import dev.alacena.domain.post.PostContent;
import dev.alacena.web.http.Texts;
import jakarta.validation.constraints.Pattern;

/** A comment as clients send it, trimmed; a missing text is empty. */
record CommentBody(
        @Pattern(
                        regexp = PostContent.COMMENT,
                        message = "must be 1 to 2000 characters, no control characters but tabs and line ends")
                String content) {

    CommentBody {
        content = Texts.stripped(content);
    }
}
