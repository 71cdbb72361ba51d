package dev.alacena.domain.category;

import dev.alacena.domain.text.Text;
import java.util.Locale;

/**
 * What administrators say of a category. Texts that do not match their patterns are an {@link IllegalArgumentException}.
 *
 * @param name 1 to 50 characters, none of them a control character; unique without regard to case
 * @param color {@code #rrggbb}, kept in lower case
 */
public record CategoryDraft(String name, String color) {

    /** What a name is made of: neither control characters nor halves of surrogate pairs. */
    public static final String NAME = Text.LINE + "{1,50}";

    /** A colour. */
    public static final String COLOR = "#[0-9a-fA-F]{6}";

    public CategoryDraft {
        name = name.strip();
        color = color.toLowerCase(Locale.ROOT);
        if (!name.matches(NAME) || !color.matches(COLOR)) {
            throw new IllegalArgumentException("Not a category");
        }
    }
}
