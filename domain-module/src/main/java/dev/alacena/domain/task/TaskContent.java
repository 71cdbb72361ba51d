package dev.alacena.domain.task;

import dev.alacena.domain.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What people may say of a task. Texts that do not match their patterns are an {@link IllegalArgumentException}.
 *
 * @param title trimmed
 * @param description trimmed; empty if there is nothing to say
 * @param assigneeId a user; null for nobody
 * @param status null leaves it as it is, and new tasks are pending
 */
public record TaskContent(String title, String description, @Nullable Long assigneeId, @Nullable TaskStatus status) {

    /** What a title is made of: neither control characters nor halves of surrogate pairs. */
    public static final String TITLE = Text.LINE + "{1,200}";

    /** What a description is made of: the same, and it may have lines and tabs. */
    public static final String DESCRIPTION = Text.LINES + "{0,5000}";

    public TaskContent {
        title = Text.require(title.strip(), TITLE, "title");
        description = Text.require(description.strip(), DESCRIPTION, "description");
    }
}
