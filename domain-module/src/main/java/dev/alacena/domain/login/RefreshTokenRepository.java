package dev.alacena.domain.login;

import dev.alacena.domain.login.RefreshToken.State;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code refresh_tokens}. All times are the database's. */
@Dependent
class RefreshTokenRepository {

    @PersistenceContext(unitName = "alacena")
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    /** The token with this text, unless it has expired. */
    @SuppressWarnings("unchecked")
    Optional<RefreshToken> find(String token) {
        List<Object[]> rows = entities.createNativeQuery(
                        """
                        select t.user_id, t.session, extract(epoch from t.expires_at),
                               case when t.spent_at is null then 'FRESH'
                                    when t.spent_at > clock_timestamp() - interval '10 seconds'
                                         and s.hash is not null and t.salt is not null then 'REPEATABLE'
                                    else 'SPENT' end,
                               coalesce(t.salt, '')
                        from refresh_tokens t
                             left join refresh_tokens s on s.hash = t.successor and s.spent_at is null
                        where t.hash = :hash and t.expires_at > clock_timestamp()
                        """)
                .setParameter("hash", RefreshToken.hash(token))
                .getResultList();
        return rows.stream().findFirst().map(RefreshTokenRepository::token);
    }

    private static RefreshToken token(Object[] row) {
        return new RefreshToken(
                ((Number) row[0]).longValue(),
                (String) row[1],
                Instant.ofEpochSecond(((Number) row[2]).longValue()),
                State.valueOf((String) row[3]),
                (byte[]) row[4]);
    }

    void add(String token, RefreshToken of) {
        entities.createNativeQuery(
                        """
                        insert into refresh_tokens (hash, user_id, session, expires_at)
                        values (:hash, :user, :session, :expiry)
                        """)
                .setParameter("hash", RefreshToken.hash(token))
                .setParameter("user", of.user())
                .setParameter("session", of.session())
                .setParameter("expiry", of.expiresAt())
                .executeUpdate();
    }

    /** From now on this token is spent; what its predecessor could be repeated with is forgotten. */
    void spend(String token, String successor, byte[] salt) {
        entities.createNativeQuery(
                        """
                        update refresh_tokens
                        set spent_at = clock_timestamp(), successor = :successor, salt = :salt
                        where hash = :hash
                        """)
                .setParameter("hash", RefreshToken.hash(token))
                .setParameter("successor", RefreshToken.hash(successor))
                .setParameter("salt", salt)
                .executeUpdate();
        entities.createNativeQuery("update refresh_tokens set salt = null where successor = :hash")
                .setParameter("hash", RefreshToken.hash(token))
                .executeUpdate();
    }

    void removeSession(long user, String session) {
        entities.createNativeQuery("delete from refresh_tokens where user_id = :user and session = :session")
                .setParameter("user", user)
                .setParameter("session", session)
                .executeUpdate();
    }

    void removeAll(long user) {
        entities.createNativeQuery("delete from refresh_tokens where user_id = :user")
                .setParameter("user", user)
                .executeUpdate();
    }

    /** A part of those that have expired, whosever they are. */
    void removeExpired() {
        entities.createNativeQuery(
                        """
                        delete from refresh_tokens where hash = any (array(
                            select hash from refresh_tokens where expires_at < clock_timestamp()
                            limit 100 for update skip locked))
                        """)
                .executeUpdate();
    }
}
