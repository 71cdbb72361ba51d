package dev.alacena.web.tasks;

import dev.alacena.domain.task.TaskContent;
import dev.alacena.web.http.Texts;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** A task as clients send it; texts are trimmed, a missing one is empty; without {@code assigneeId} it is nobody's; a
 * missing {@code status} leaves it as it is, and new tasks are pending. */
record TaskBody(
        @Pattern(regexp = TaskContent.TITLE, message = "must be 1 to 200 characters, none of them a control character")
                String title,
        @Pattern(
                        regexp = TaskContent.DESCRIPTION,
                        message = "must be 5000 characters at most, no control characters but tabs and line ends")
                String description,
        @Nullable Long assigneeId,
        @Nullable @Pattern(regexp = Statuses.PATTERN, message = Statuses.RULE) String status) {

    TaskBody {
        title = Texts.stripped(title);
        description = Texts.stripped(description);
    }

    /** Of a valid body. */
    TaskContent toContent() {
        return new TaskContent(title, description, assigneeId, Statuses.of(status));
    }
}
