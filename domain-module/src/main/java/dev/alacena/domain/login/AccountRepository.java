package dev.alacena.domain.login;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table {@code credentials}, with what of {@code users} decides whether somebody may log in. */
@Dependent
class AccountRepository {

    private static final String SELECT =
            """
            select u.id, u.email, u.active, array_to_string(c.roles, ' '), c.password_hash
            from users u join credentials c on c.user_id = u.id
            """;

    @PersistenceContext(unitName = "alacena")
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    Optional<Account> find(String email) {
        return first(entities.createNativeQuery(SELECT + "where lower(u.email) = :email")
                .setParameter("email", email));
    }

    Optional<Account> find(long user) {
        return first(entities.createNativeQuery(SELECT + "where u.id = :user").setParameter("user", user));
    }

    /**
     * The account, as nobody can change it until the transaction ends: whoever begins, continues or ends a login of one user
     * does so one after the other. It is read by a statement of its own: that which waits for a lock goes on seeing what was
     * before, such as the password that another transaction has just replaced.
     */
    Optional<Account> lock(long user) {
        entities.createNativeQuery("select id from users where id = :user for no key update")
                .setParameter("user", user)
                .getResultList();
        return find(user);
    }

    void set(long user, String passwordHash, Set<String> roles) {
        entities.createNativeQuery(
                        """
                        insert into credentials (user_id, password_hash, roles)
                        values (:user, :hash, string_to_array(:roles, ' '))
                        """)
                .setParameter("user", user)
                .setParameter("hash", passwordHash)
                .setParameter("roles", String.join(" ", roles))
                .executeUpdate();
    }

    /** Whether the hash was still the old one, and is the new one now. */
    boolean replace(long user, String oldHash, String newHash) {
        return entities.createNativeQuery(
                                """
                                update credentials set password_hash = :new, changed_at = now()
                                where user_id = :user and password_hash = :old
                                """)
                        .setParameter("user", user)
                        .setParameter("old", oldHash)
                        .setParameter("new", newHash)
                        .executeUpdate()
                == 1;
    }

    /** Whether anybody is an administrator; who asks is alone until the transaction ends. */
    boolean hasAdministrator() {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended('administrator', 3)) as text)")
                .getSingleResult();
        return !entities.createNativeQuery("select user_id from credentials where 'admin' = any(roles)")
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private static Optional<Account> first(Query query) {
        return rows(query).stream()
                .findFirst()
                .map(row -> new Account(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        (Boolean) row[2],
                        Set.of(((String) row[3]).split(" ")),
                        (String) row[4]));
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
