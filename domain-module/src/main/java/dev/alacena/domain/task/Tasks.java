package dev.alacena.domain.task;

import dev.alacena.api.Cached;
import dev.alacena.api.CachedMethod;
import dev.alacena.api.Caches;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.UpdateCache;
import dev.alacena.domain.precondition.Precondition;
import dev.alacena.domain.user.UserDeleted;
import dev.alacena.domain.user.UserLocks;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tasks, a board that all users share: read through the cache, written with the cache.
 *
 * <p>Lists and statistics of a user carry the tag {@code tasks:user:{id}}. A write invalidates it for whose the task was
 * and whose it becomes, and for nobody else. Users are locked before tasks, here and when a user is deleted. Thread-safe.
 */
@Stateless
public class Tasks {

    /** What is cached of the tasks of one user. */
    static final String OF_USER = "tasks:user:";

    @Inject
    TaskRepository repository;

    @Inject
    UserLocks users;

    @Inject
    Caches caches;

    @Inject
    Clock clock;

    @Inject
    Event<TaskAssigned> assigned;

    /** The task with this id; empty if there is none. */
    @Cached(cache = "tasks", key = "{id}", ttl = "PT15M")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Task> byId(long id) {
        return repository.find(id).map(TaskEntity::toTask);
    }

    /** {@code limit} tasks of a user at most, after the first {@code skip}; of every status if that is null. */
    @Cached(cache = "task-lists", key = "{user}:{status}:{skip}:{limit}", ttl = "PT10M", tags = OF_USER + "{user}")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public TaskPage page(long user, @Nullable TaskStatus status, int skip, int limit) {
        return repository.page(user, status, skip, limit);
    }

    /**
     * Adds a task. The cache may hold that there is none with this id, so it is told.
     *
     * @throws UnknownAssignee if no user has the id of the assignee
     */
    @InvalidateCache(cache = "tasks", key = "{result.id}")
    public Task create(TaskContent content) {
        requireUser(content.assigneeId(), keeps(content.assigneeId()));
        Task task = repository.add(new TaskEntity(content, now())).toTask();
        tell(null, task);
        return task;
    }

    /**
     * Replaces the content of a task; empty if there is none with this id.
     *
     * @throws UnknownAssignee if no user has the id of the assignee
     * @throws dev.alacena.domain.precondition.PreconditionFailed if the task is not as expected
     */
    @UpdateCache(cache = "tasks", key = "{id}", ttl = "PT15M")
    public Optional<Task> change(long id, TaskContent content, Precondition expected) {
        boolean known = keeps(content.assigneeId());
        Optional<TaskEntity> found = repository.findForChange(id);
        found.ifPresent(task -> {
            requireUser(content.assigneeId(), known);
            expected.require(task.toTask());
            Long before = task.assigneeId();
            task.change(content, now());
            tell(before, task.toTask());
        });
        return found.map(TaskEntity::toTask);
    }

    /** Takes a task out; false if there is none with this id. */
    @InvalidateCache(cache = "tasks", key = "{id}")
    public boolean delete(long id) {
        Optional<TaskEntity> found = repository.findForChange(id);
        found.ifPresent(task -> {
            forget(task.assigneeId());
            repository.remove(task);
        });
        return found.isPresent();
    }

    /** The tasks of a user who goes are nobody's then. */
    public void left(@Observes UserDeleted gone) {
        CachedMethod tasks = caches.method(Tasks.class, "byId", long.class);
        users.close(gone.user());
        repository.idsOf(gone.user()).forEach(tasks::invalidate);
        forget(gone.user());
    }

    private void tell(@Nullable Long before, Task task) {
        Long assignee = task.assigneeId();
        forget(before);
        if (assignee != null && !assignee.equals(before)) {
            forget(assignee);
            assigned.fire(new TaskAssigned(task.id(), assignee));
        }
    }

    /** Whose a task was is known here only, not to the caller: no annotation can name it. */
    private void forget(@Nullable Long user) {
        if (user != null) {
            caches.invalidateTag(OF_USER + user);
        }
    }

    private boolean keeps(@Nullable Long assignee) {
        return assignee == null || users.keep(assignee);
    }

    private static void requireUser(@Nullable Long assignee, boolean known) {
        if (assignee != null && !known) {
            throw new UnknownAssignee(assignee);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
