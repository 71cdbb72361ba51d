package dev.alacena.domain.post;

/**
 * What people may write. Texts that do not match their patterns are an {@link IllegalArgumentException}.
 *
 * @param title trimmed
 * @param content trimmed
 */
public record PostContent(String title, String content) {

    /** What a title is made of: neither control characters nor halves of surrogate pairs. */
    public static final String TITLE = "[^\\p{Cntrl}\\p{Cs}]{1,200}";

    /** What a content is made of: the same, and it may have lines and tabs. */
    public static final String CONTENT = "[\\t\\r\\n[^\\p{Cntrl}\\p{Cs}]]{1,20000}";

    /** What a comment is made of: as a content, and shorter. */
    public static final String COMMENT = "[\\t\\r\\n[^\\p{Cntrl}\\p{Cs}]]{1,2000}";

    public PostContent {
        title = required(title, TITLE, "title");
        content = required(content, CONTENT, "content");
    }

    static String required(String text, String pattern, String field) {
        String stripped = text.strip();
        if (!stripped.matches(pattern)) {
            throw new IllegalArgumentException("Not a " + field);
        }
        return stripped;
    }
}
