package dev.alacena.domain.post;

import dev.alacena.domain.text.Text;

/**
 * What people may write. Texts that do not match their patterns are an {@link IllegalArgumentException}.
 *
 * @param title trimmed
 * @param content trimmed
 */
public record PostContent(String title, String content) {

    /** What a title is made of: neither control characters nor halves of surrogate pairs. */
    public static final String TITLE = Text.LINE + "{1,200}";

    /** What a content is made of: the same, and it may have lines and tabs. */
    public static final String CONTENT = Text.LINES + "{1,20000}";

    /** What a comment is made of: as a content, and shorter. */
    public static final String COMMENT = Text.LINES + "{1,2000}";

    public PostContent {
        title = Text.require(title.strip(), TITLE, "title");
        content = Text.require(content.strip(), CONTENT, "content");
    }
}
