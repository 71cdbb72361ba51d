package dev.alacena.domain.task;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code tasks}. */
@Dependent
class TaskRepository {

    /** Always at least one row, so that the total is known behind the end of the list too. */
    private static final String PAGE =
            """
            select c.total, t.*
            from (select count(*) as total from tasks where %1$s) c
                 left join (select * from tasks where %1$s order by id desc offset :skip limit :limit) t on true
            order by t.id desc
            """;

    @PersistenceContext(unitName = "alacena")
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    Optional<TaskEntity> find(long id) {
        return Optional.ofNullable(entities.find(TaskEntity.class, id));
    }

    Optional<TaskEntity> findForChange(long id) {
        return Optional.ofNullable(entities.find(TaskEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The tasks of a user, the newest first; of every status if that is null. One statement. */
    @SuppressWarnings("unchecked")
    TaskPage page(long user, @Nullable TaskStatus status, int skip, int limit) {
        String mine = "assignee_id = :user" + (status == null ? "" : " and status = :status");
        Query query = entities.createNativeQuery(PAGE.formatted(mine), TaskEntity.WITH_TOTAL)
                .setParameter("user", user)
                .setParameter("skip", skip)
                .setParameter("limit", limit);
        if (status != null) {
            query.setParameter("status", status.name());
        }
        List<Object[]> rows = query.getResultList();
        List<Task> tasks = rows.stream()
                .map(row -> (TaskEntity) row[0])
                .filter(Objects::nonNull)
                .map(TaskEntity::toTask)
                .toList();
        return new TaskPage(tasks, (Long) rows.get(0)[1]);
    }

    TaskEntity add(TaskEntity task) {
        entities.persist(task);
        return task;
    }

    void remove(TaskEntity task) {
        entities.remove(task);
    }

    /** The ids of the user's tasks. */
    List<Long> idsOf(long user) {
        return entities.createQuery(
                        "select t.id from TaskEntity t where t.assigneeId = :user order by t.id", Long.class)
                .setParameter("user", user)
                .getResultList();
    }
}
