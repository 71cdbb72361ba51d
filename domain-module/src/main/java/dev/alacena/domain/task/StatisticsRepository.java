package dev.alacena.domain.task;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Counts in the table {@code tasks}. */
@Dependent
class StatisticsRepository {

    /** One pass over the tasks that can count, found by three indexes; no row if there is no such user. */
    private static final String STATISTICS =
            """
            select s.total, s.completed, s.in_progress, s.hours
            from users u,
                 (select count(*) filter (where created_at >= :start and created_at < :end) as total,
                         count(*) filter (where completed_at >= :start and completed_at < :end) as completed,
                         count(*) filter (where status = 'IN_PROGRESS') as in_progress,
                         round(coalesce(avg(extract(epoch from completed_at - started_at))
                             filter (where completed_at >= :start and completed_at < :end), 0) / 3600, 2) as hours
                  from tasks
                  where assignee_id = :user
                    and (created_at >= :start or completed_at >= :start or status = 'IN_PROGRESS')) s
            where u.id = :user
            """;

    @PersistenceContext(unitName = "alacena")
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    /** Of a user; empty if there is no such. */
    @SuppressWarnings("unchecked")
    Optional<TaskStatistics> find(long user, Window window) {
        List<Object[]> rows = entities.createNativeQuery(STATISTICS)
                .setParameter("user", user)
                .setParameter("start", window.start())
                .setParameter("end", window.end())
                .getResultList();
        return rows.stream().findFirst().map(row -> statistics(user, window.days(), row));
    }

    private static TaskStatistics statistics(long user, int days, Object[] row) {
        long completed = ((Number) row[1]).longValue();
        return new TaskStatistics(
                user,
                days,
                ((Number) row[0]).longValue(),
                completed,
                ((Number) row[2]).longValue(),
                ((Number) row[3]).doubleValue(),
                TaskStatistics.productivity(completed, days));
    }
}
