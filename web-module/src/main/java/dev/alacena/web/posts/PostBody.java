package dev.alacena.web.posts;

import dev.alacena.domain.post.PostContent;
import dev.alacena.web.http.Texts;
import jakarta.validation.constraints.Pattern;

/** A post as clients send it; texts are trimmed, a missing one is empty. */
record PostBody(
        @Pattern(regexp = PostContent.TITLE, message = "must be 1 to 200 characters, none of them a control character")
                String title,
        @Pattern(
                        regexp = PostContent.CONTENT,
                        message = "must be 1 to 20000 characters, no control characters but tabs and line ends")
                String content) {

    PostBody {
        title = Texts.stripped(title);
        content = Texts.stripped(content);
    }

    /** Of a valid body. */
    PostContent toContent() {
        return new PostContent(title, content);
    }
}
