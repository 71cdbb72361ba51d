package dev.alacena.web.tasks;

import dev.alacena.domain.task.TaskStatus;
import dev.alacena.web.http.Refusal;
import org.jspecify.annotations.Nullable;

/** The statuses of a task as clients write them. */
final class Statuses {

    static final String PATTERN = "PENDING|IN_PROGRESS|DONE|CANCELLED";

    static final String RULE = "must be PENDING, IN_PROGRESS, DONE or CANCELLED";

    private Statuses() {}

    /**
     * The status of a parameter; null if it was not sent.
     *
     * @throws Refusal if there is no such status
     */
    static @Nullable TaskStatus of(@Nullable String text) {
        if (text != null && !text.matches(PATTERN)) {
            throw Refusal.of("status", RULE);
        }
        return text == null ? null : TaskStatus.valueOf(text);
    }
}
