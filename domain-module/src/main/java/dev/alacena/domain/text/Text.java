package dev.alacena.domain.text;

/** Texts that people write, as patterns of one character, for a number of code points to follow. */
public final class Text {

    /** A character of one line: neither a control character nor half of a surrogate pair. */
    public static final String LINE = "[^\\p{Cntrl}\\p{Cs}]";

    /** A character of several lines: the same, or a tab or an end of a line. */
    public static final String LINES = "[\\t\\r\\n[^\\p{Cntrl}\\p{Cs}]]";

    private Text() {}

    /**
     * The text itself.
     *
     * @throws IllegalArgumentException naming the field, if the text does not match the pattern
     */
    public static String require(String text, String pattern, String field) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException("Not a " + field);
        }
        return text;
    }
}
