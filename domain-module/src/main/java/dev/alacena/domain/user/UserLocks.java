package dev.alacena.domain.user;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Locks on users, for writes of what belongs to them. To be taken before any other lock, as a user's deletion takes its own
 * first. They last until the transaction ends.
 */
@Dependent
public class UserLocks {

    @PersistenceContext(unitName = "alacena")
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    /** Whether there is this user, who then stays. */
    public boolean keep(long user) {
        return lock(user, "for key share");
    }

    /** Nobody makes anything belong to this user any more; whoever is about to is waited for. */
    public void close(long user) {
        lock(user, "for update");
    }

    private boolean lock(long user, String how) {
        return !entities.createNativeQuery("select id from users where id = :user " + how)
                .setParameter("user", user)
                .getResultList()
                .isEmpty();
    }
}
