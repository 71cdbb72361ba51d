package dev.alacena.domain.habit;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The table {@code habits}. */
@Dependent
class HabitRepository {

    @PersistenceContext(unitName = "alacena")
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    Optional<HabitEntity> find(long id) {
        return Optional.ofNullable(entities.find(HabitEntity.class, id));
    }

    Optional<HabitEntity> findForChange(long id) {
        return Optional.ofNullable(entities.find(HabitEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    List<Habit> list(long user, int skip, int limit) {
        return entities.createQuery(
                        "select h from HabitEntity h where h.userId = :user order by h.id", HabitEntity.class)
                .setParameter("user", user)
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultStream()
                .map(HabitEntity::toHabit)
                .toList();
    }

    long count(long user) {
        return entities.createQuery("select count(h) from HabitEntity h where h.userId = :user", Long.class)
                .setParameter("user", user)
                .getSingleResult();
    }

    HabitEntity add(HabitEntity habit) {
        entities.persist(habit);
        return habit;
    }

    void remove(HabitEntity habit) {
        entities.remove(habit);
    }

    /**
     * Whether there is such a category, which then stays until the transaction ends. To be asked before a habit is locked: who
     * deletes a category locks it first and its habits then.
     */
    boolean keepsCategory(long category) {
        return !entities.createNativeQuery("select id from categories where id = :id for key share")
                .setParameter("id", category)
                .getResultList()
                .isEmpty();
    }

    /** Which habits are sorted by a category; each as its user's id and its own. */
    List<Object[]> ofCategory(long category) {
        return entities.createQuery(
                        "select h.userId, h.id from HabitEntity h where h.categoryId = :category", Object[].class)
                .setParameter("category", category)
                .getResultList();
    }
}
