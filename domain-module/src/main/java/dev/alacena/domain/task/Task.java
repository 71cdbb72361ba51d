package dev.alacena.domain.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What there is to be done.
 *
 * @param id of the database
 * @param title 1 to 200 characters
 * @param description up to 5000 characters, often none
 * @param assigneeId the user who is to do it; null if that is nobody
 * @param status how far it is
 * @param createdAt when it was written down
 * @param startedAt when somebody began; null if nobody has, or if it went back to pending
 * @param completedAt when it was done; null if it is not
 */
public record Task(
        long id,
        String title,
        String description,
        @Nullable Long assigneeId,
        TaskStatus status,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt) {}
