package dev.alacena.domain.user;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table {@code users}. */
@Dependent
class UserRepository {

    @PersistenceContext(unitName = "alacena")
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    Optional<UserEntity> find(long id) {
        return Optional.ofNullable(entities.find(UserEntity.class, id));
    }

    Optional<UserEntity> findForChange(long id) {
        return Optional.ofNullable(entities.find(UserEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<UserEntity> find(Email email) {
        return entities.createQuery("select u from UserEntity u where lower(u.email) = :email", UserEntity.class)
                .setParameter("email", email.value())
                .getResultStream()
                .findFirst();
    }

    List<User> list(int skip, int limit) {
        return entities.createQuery("select u from UserEntity u order by u.id", UserEntity.class)
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultStream()
                .map(UserEntity::toUser)
                .toList();
    }

    long count() {
        return entities.createQuery("select count(u) from UserEntity u", Long.class)
                .getSingleResult();
    }

    UserEntity add(UserEntity user) {
        entities.persist(user);
        return user;
    }

    void remove(UserEntity user) {
        entities.remove(user);
    }

    /**
     * Keeps everybody else from taking this e-mail address and user name until the transaction ends, so that the unique
     * indexes never have to refuse a profile that was found free.
     */
    void reserve(UserProfile profile) {
        entities.createNativeQuery(
                        """
                        select cast(pg_advisory_xact_lock(hashtextextended(:email, 1)) as text),
                               cast(pg_advisory_xact_lock(hashtextextended(:username, 2)) as text)
                        """)
                .setParameter("email", profile.email().value())
                .setParameter("username", profile.username().toLowerCase(Locale.ROOT))
                .getSingleResult();
    }

    /** Whether another user than {@code id} has this e-mail address. */
    boolean isTaken(Email email, long id) {
        return isTaken("lower(u.email)", email.value(), id);
    }

    /** Whether another user than {@code id} has this user name. */
    boolean isTaken(String username, long id) {
        return isTaken("lower(u.username)", username.toLowerCase(Locale.ROOT), id);
    }

    private boolean isTaken(String column, String value, long id) {
        return !entities.createQuery(
                        "select u.id from UserEntity u where %s = :value and u.id <> :id".formatted(column), Long.class)
                .setParameter("value", value)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }
}
