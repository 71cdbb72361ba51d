package dev.alacena.domain.category;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The table {@code categories}. */
@Dependent
class CategoryRepository {

    @PersistenceContext(unitName = "alacena")
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    List<Category> list() {
        return entities.createQuery("select c from CategoryEntity c order by lower(c.name), c.id", CategoryEntity.class)
                .getResultStream()
                .map(CategoryEntity::toCategory)
                .toList();
    }

    Optional<CategoryEntity> findForChange(long id) {
        return Optional.ofNullable(entities.find(CategoryEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * The same for one that is to go: until the transaction ends nobody can make anything refer to it, and whoever is about to
     * is waited for.
     */
    Optional<CategoryEntity> findForRemoval(long id) {
        entities.createNativeQuery("select id from categories where id = :id for update")
                .setParameter("id", id)
                .getResultList();
        return Optional.ofNullable(entities.find(CategoryEntity.class, id));
    }

    CategoryEntity add(CategoryEntity category) {
        entities.persist(category);
        return category;
    }

    void remove(CategoryEntity category) {
        entities.remove(category);
    }

    /**
     * Keeps everybody else from taking this name until the transaction ends, so that the unique index never has to refuse a
     * name that was found free. Case is folded by the database alone, as the index does it.
     */
    void reserve(String name) {
        entities.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(lower(cast(:name as text)), 7)) as text)")
                .setParameter("name", name)
                .getSingleResult();
    }

    /** Whether another category than {@code id} has this name. */
    boolean isTaken(String name, long id) {
        return !entities.createQuery(
                        "select c.id from CategoryEntity c where lower(c.name) = lower(:name) and c.id <> :id",
                        Long.class)
                .setParameter("name", name)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }
}
