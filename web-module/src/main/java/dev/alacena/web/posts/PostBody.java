package dev.alacena.web.posts;

import dev.alacena.domain.post.PostContent;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** A post as clients send it; texts are trimmed, a missing one is empty. */
record PostBody(
        @Pattern(regexp = PostContent.TITLE, message = "must be 1 to 200 characters, none of them a control character")
                String title,
        @Pattern(
                        regexp = PostContent.CONTENT,
                        message = "must be 1 to 20000 characters, no control characters but tabs and line ends")
                String content) {

    PostBody {
        title = strip(title);
        content = strip(content);
    }

    static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Of a valid body. */
    PostContent toContent() {
        return new PostContent(title, content);
    }
}
