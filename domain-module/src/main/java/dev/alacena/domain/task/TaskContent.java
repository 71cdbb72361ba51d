package dev.alacena.domain.task;

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
    public static final String TITLE = "[^\\p{Cntrl}\\p{Cs}]{1,200}";

    /** What a description is made of: the same, and it may have lines and tabs. */
    public static final String DESCRIPTION = "[\\t\\r\\n[^\\p{Cntrl}\\p{Cs}]]{0,5000}";

    public TaskContent {
        title = title.strip();
        description = description.strip();
        require(title, TITLE, "title");
        require(description, DESCRIPTION, "description");
    }

    private static void require(String text, String pattern, String field) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException("Not a " + field);
        }
    }
}
