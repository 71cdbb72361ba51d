package dev.alacena.domain.task;

/** How far a task is. */
public enum TaskStatus {
    PENDING,
    IN_PROGRESS,
    DONE,
    CANCELLED
}
