package dev.alacena.cache.security.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.security.SessionOrigin;
import dev.alacena.api.security.UserSessions;
import dev.alacena.api.security.UserSessions.Begun;
import dev.alacena.cache.redis.RedisProcess;
import jakarta.transaction.Status;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions begin and end with the transaction of the caller, for all nodes. */
class SessionTransactionsTest {
    private static final RedisProcess REDIS = new RedisProcess();
    private static final Wall WALL = new Wall();
    private static final Site OTHER = new Site(REDIS.topology(), WALL);

    private final Ledger ledger = new Ledger();
    private final Site site = new Site(REDIS.topology(), WALL);
    private final UserSessions sessions = site.in(ledger);
    private final UserSessions others = OTHER.in(Postgres::connect);
    private final String user = "user-" + UUID.randomUUID();

    @AfterEach
    void close() {
        site.close();
        ledger.close();
    }

    @AfterAll
    static void stop() {
        OTHER.close();
        REDIS.close();
    }

    private Begun<String> begin() {
        return sessions.begin(user, "data", new SessionOrigin("::1", "Browser"));
    }

    /** A session that is in Redis. */
    private Begun<String> copied() {
        Begun<String> begun = begin();
        assertThat(foundByOthers(begun)).isTrue();
        return begun;
    }

    private boolean found(Begun<?> begun) {
        return sessions.find(begun.id(), String.class).isPresent();
    }

    private boolean foundByOthers(Begun<?> begun) {
        return others.find(begun.id(), String.class).isPresent();
    }

    @Test
    void anEndIsSeenByTheTransactionAtOnceAndByOthersFromItsCommitOn() throws SQLException {
        Begun<String> begun = copied();
        ledger.begin();
        assertThat(sessions.end(user, begun.session().handle())).isTrue();
        assertThat(found(begun)).isFalse();
        assertThat(foundByOthers(begun)).isTrue();
        ledger.prepare();
        assertThat(foundByOthers(begun)).isTrue();
        ledger.commit();
        assertThat(foundByOthers(begun)).isFalse();
        ledger.end(Status.STATUS_COMMITTED);
        assertThat(found(begun)).isFalse();
        assertThat(foundByOthers(begun)).isFalse();
    }

    @Test
    void anEndThatIsRolledBackEndsNothing() throws SQLException {
        Begun<String> begun = copied();
        ledger.begin();
        sessions.endAll(user);
        assertThat(found(begun)).isFalse();
        ledger.rollback();
        assertThat(found(begun)).isTrue();
        assertThat(foundByOthers(begun)).isTrue();
    }

    @Test
    void aSessionIsFoundByOthersFromTheCommitOfItsBeginOn() throws SQLException {
        ledger.begin();
        Begun<String> begun = begin();
        assertThat(found(begun)).isTrue();
        assertThat(foundByOthers(begun)).isFalse();
        ledger.prepare();
        ledger.commit();
        ledger.end(Status.STATUS_COMMITTED);
        assertThat(found(begun)).isTrue();
        assertThat(foundByOthers(begun)).isTrue();
    }

    @Test
    void aBeginThatIsRolledBackBeganNothing() throws SQLException {
        ledger.begin();
        Begun<String> begun = begin();
        assertThat(found(begun)).isTrue();
        ledger.rollback();
        assertThat(found(begun)).isFalse();
        assertThat(foundByOthers(begun)).isFalse();
        assertThat(others.of(user)).isEmpty();
    }

    @Test
    void aNodeThatDiesAfterItsCommitLeavesNoCopy() throws SQLException {
        Begun<String> begun = copied();
        ledger.begin();
        sessions.end(user, begun.session().handle());
        ledger.prepare();
        ledger.commit();
        assertThat(foundByOthers(begun)).isFalse();
        ledger.end(Status.STATUS_UNKNOWN);
        assertThat(foundByOthers(begun)).isFalse();
    }
}
