package dev.alacena.cache.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.api.security.SessionsUnavailableException;
import dev.alacena.api.security.UserSessions;
import dev.alacena.api.security.UserSessions.Begun;
import dev.alacena.cache.cdi.Hands;
import dev.alacena.cache.engine.Breaker;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.FakeTime;
import dev.alacena.cache.local.MemoryStore;
import dev.alacena.cache.local.NearCache;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** With a database and without Redis the database alone keeps the law: nodes do not hear each other. */
class DatabaseSessionsTest extends SessionsContract {
    private final Postgres database = new Postgres();
    private final Sessions.Base base = Site.base(wall);
    private final UserSessions sessions = node();

    private UserSessions node() {
        FakeTime time = new FakeTime();
        Duration minute = Duration.ofMinutes(1);
        Cupboard cupboard = Cupboard.of(
                new Cupboard.Base(
                        new MemoryStore(1000, minute, time),
                        new NearCache(Duration.ofSeconds(1), time),
                        Breaker.NONE,
                        Runnable::run),
                new Cupboard.Limits(Duration.ofSeconds(1), minute, minute),
                Cupboard.Chance.real());
        return Sessions.keptBy(database, base, Hands.of(cupboard), Site.copies(false, base.counters()));
    }

    @Override
    UserSessions sessions() {
        return sessions;
    }

    @Override
    Counters counters() {
        return base.counters();
    }

    @Test
    void whatIsEndedOnOneNodeIsNotFoundOnAnother() {
        UserSessions other = node();
        Begun<Basket> begun = begin(ann);
        assertThat(other.find(begun.id(), Basket.class)).isPresent();
        assertThat(sessions.end(ann, begun.session().handle())).isTrue();
        assertThat(other.find(begun.id(), Basket.class)).isEmpty();
    }

    @Test
    void theIdIsInNoColumn() throws SQLException {
        Begun<Basket> begun = begin(ann);
        assertThat(rows("alacena_sessions::text LIKE ?", "%" + begun.session().handle() + "%"))
                .isEqualTo(1);
        assertThat(rows("alacena_sessions::text LIKE ?", "%" + begun.id() + "%"))
                .isZero();
    }

    @Test
    void sessionsThatAreOverAreDeletedAHundredAMinute() throws SQLException {
        Postgres.run("DELETE FROM alacena_sessions");
        for (int i = 0; i < 150; i++) {
            begin(ann);
        }
        wall.pass(Site.RULES.idle().minus(Duration.ofMillis(1)));
        begin(bob);
        assertThat(rows("user_id = ?", ann)).isEqualTo(150);
        wall.pass(DatabaseSessions.BETWEEN_PRUNINGS);
        begin(bob);
        assertThat(rows("user_id = ?", ann)).isEqualTo(50);
        begin(bob);
        assertThat(rows("user_id = ?", ann)).isEqualTo(50);
        wall.pass(DatabaseSessions.BETWEEN_PRUNINGS);
        begin(bob);
        assertThat(rows("user_id = ?", ann)).isZero();
        assertThat(rows("user_id = ?", bob)).isEqualTo(4);
    }

    @Test
    void nobodyWaitsForASessionThatAnotherDeletes() throws SQLException {
        Postgres.run("DELETE FROM alacena_sessions");
        Begun<Basket> over = begin(ann);
        wall.pass(Site.RULES.idle());
        try (Connection connection = Postgres.connect();
                PreparedStatement lock =
                        connection.prepareStatement("SELECT 1 FROM alacena_sessions WHERE handle = ? FOR UPDATE")) {
            connection.setAutoCommit(false);
            lock.setString(1, over.session().handle());
            lock.execute();
            assertThat(found(begin(bob))).isTrue();
            connection.rollback();
        }
        assertThat(rows("user_id = ?", ann)).isEqualTo(1);
    }

    @Test
    void aDatabaseThatIsAwayIsSaid() {
        Begun<Basket> begun = begin(ann);
        database.leave();
        assertThatThrownBy(() -> found(begun))
                .isInstanceOf(SessionsUnavailableException.class)
                .hasRootCauseMessage("gone");
        assertThatThrownBy(() -> begin(ann)).isInstanceOf(SessionsUnavailableException.class);
        assertThatThrownBy(() -> sessions.touch(begun.session().handle()))
                .isInstanceOf(SessionsUnavailableException.class);
        assertThatThrownBy(() -> sessions.endAll(ann)).isInstanceOf(SessionsUnavailableException.class);
    }

    private static int rows(String condition, String argument) throws SQLException {
        try (Connection connection = Postgres.connect();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT count(*) FROM alacena_sessions WHERE " + condition)) {
            statement.setString(1, argument);
            try (ResultSet counted = statement.executeQuery()) {
                counted.next();
                return counted.getInt(1);
            }
        }
    }
}
