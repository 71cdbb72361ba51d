package dev.alacena.domain.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a task is, and since when.
 *
 * @param status of the task
 * @param startedAt when somebody began
 * @param completedAt when it was done; null unless it is
 */
record Progress(TaskStatus status, @Nullable Instant startedAt, @Nullable Instant completedAt) {

    /** Nobody has begun. */
    static final Progress NONE = new Progress(TaskStatus.PENDING, null, null);

    /** The same task in the next status: each time is that of the first of its kind, until it is taken back. */
    Progress to(TaskStatus next, Instant now) {
        return switch (next) {
            case PENDING -> NONE;
            case IN_PROGRESS -> new Progress(next, startedAt == null ? now : startedAt, null);
            case DONE -> new Progress(next, startedAt, completedAt == null ? notBeforeStart(now) : completedAt);
            case CANCELLED -> new Progress(next, startedAt, null);
        };
    }

    /** The clocks of two nodes may differ. */
    private Instant notBeforeStart(Instant now) {
        return startedAt != null && startedAt.isAfter(now) ? startedAt : now;
    }
}
