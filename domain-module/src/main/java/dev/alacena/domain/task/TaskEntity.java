package dev.alacena.domain.task;

import jakarta.persistence.Column;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code tasks}; never leaves this package. */
@Entity
@Table(name = "tasks")
@SqlResultSetMapping(
        name = TaskEntity.WITH_TOTAL,
        entities = @EntityResult(entityClass = TaskEntity.class),
        columns = @ColumnResult(name = "total", type = Long.class))
@SuppressWarnings("NullAway.Init")
class TaskEntity {

    /** Rows of a part of a list, each with how many the whole list has. */
    static final String WITH_TOTAL = "TaskEntity.withTotal";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String title;

    private String description;

    @Column(name = "assignee_id")
    private @Nullable Long assigneeId;

    @Enumerated(EnumType.STRING)
    private TaskStatus status = TaskStatus.PENDING;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    /** For JPA. */
    protected TaskEntity() {}

    TaskEntity(TaskContent content, Instant now) {
        createdAt = now;
        change(content, now);
    }

    final void change(TaskContent content, Instant now) {
        title = content.title();
        description = content.description();
        assigneeId = content.assigneeId();
        TaskStatus wanted = content.status();
        Progress progress = new Progress(status, startedAt, completedAt).to(wanted == null ? status : wanted, now);
        status = progress.status();
        startedAt = progress.startedAt();
        completedAt = progress.completedAt();
    }

    @Nullable
    Long assigneeId() {
        return assigneeId;
    }

    Task toTask() {
        return new Task(id, title, description, assigneeId, status, createdAt, startedAt, completedAt);
    }
}
