package dev.alacena.cache.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.api.security.SessionsUnavailableException;
import dev.alacena.api.security.UserSessions;
import dev.alacena.api.security.UserSessions.Begun;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.redis.Await;
import dev.alacena.cache.redis.RedisProcess;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** With a database and Redis the database keeps the law, and Redis answers most of the time. */
class CopiedSessionsTest extends SessionsContract {
    private static final RedisProcess REDIS = new RedisProcess();

    private static final Site SITE = new Site(REDIS.topology(), wall);

    private final Postgres database = new Postgres();

    private final UserSessions sessions = SITE.in(database);

    @Override
    UserSessions sessions() {
        return sessions;
    }

    @Override
    Counters counters() {
        return SITE.counters();
    }

    @AfterAll
    static void stop() {
        SITE.close();
        REDIS.close();
    }

    @Test
    void aSessionThatRedisHasCostsNoStatementAndOneCommand() {
        Begun<Basket> begun = begin(ann);
        assertThat(found(begun)).isTrue();
        int asked = database.asked();
        long gets = calls("get");
        for (int i = 0; i < 10; i++) {
            assertThat(found(begun)).isTrue();
        }
        assertThat(database.asked()).isEqualTo(asked);
        assertThat(calls("get")).isEqualTo(gets + 10);
    }

    private static long calls(String command) {
        String told = REDIS.info("cmdstat_" + command);
        return told.isEmpty() ? 0 : Long.parseLong(told.replaceAll("^calls=(\\d+).*", "$1"));
    }

    @Test
    void whatIsEndedOnOneNodeIsNotFoundOnAnother() {
        try (Site other = new Site(REDIS.topology(), wall)) {
            UserSessions there = other.in(database);
            for (int round = 0; round < 100; round++) {
                Begun<Basket> begun = begin(ann);
                assertThat(there.find(begun.id(), Basket.class)).isPresent();
                sessions.end(ann, begun.session().handle());
                assertThat(there.find(begun.id(), Basket.class)).isEmpty();
            }
            List<Begun<Basket>> all = List.of(begin(ann), begin(ann));
            assertThat(all).allMatch(one -> there.find(one.id(), Basket.class).isPresent());
            sessions.endAll(ann);
            assertThat(all).noneMatch(one -> there.find(one.id(), Basket.class).isPresent());
        }
    }

    @Test
    void whatIsEndedWhileOthersLookIsNotFoundAfterIt() throws Exception {
        try (Site other = new Site(REDIS.topology(), wall)) {
            UserSessions there = other.in(database);
            for (int round = 0; round < 50; round++) {
                Begun<Basket> begun = begin(ann);
                AtomicBoolean enough = new AtomicBoolean();
                CompletableFuture<Void> looking = CompletableFuture.runAsync(() -> {
                    while (!enough.get()) {
                        there.find(begun.id(), Basket.class);
                    }
                });
                assertThat(sessions.end(ann, begun.session().handle())).isTrue();
                assertThat(there.find(begun.id(), Basket.class)).isEmpty();
                enough.set(true);
                looking.get(20, TimeUnit.SECONDS);
                assertThat(there.find(begun.id(), Basket.class)).isEmpty();
            }
        }
    }

    @Test
    void aCopyLivesNoLongerThanItsSession() {
        Begun<Basket> begun = begin(ann);
        wall.pass(Site.RULES.idle().minusSeconds(20));
        assertThat(found(begun)).isTrue();
        assertThat((Long) REDIS.call("PTTL", copy(begun))).isBetween(1L, 20_000L);
        wall.pass(Duration.ofSeconds(20));
        assertThat((Long) REDIS.call("EXISTS", copy(begun))).isEqualTo(1);
        assertThat(found(begun)).isFalse();
    }

    @Test
    void aCopyLivesNoLongerThanTheIntervalOfTouches() {
        Begun<Basket> begun = begin(ann);
        assertThat(found(begun)).isTrue();
        assertThat((Long) REDIS.call("PTTL", copy(begun)))
                .isBetween(1L, Site.RULES.touchInterval().toMillis());
    }

    /** The entry in Redis. */
    private static String copy(Begun<?> begun) {
        String names = "test:{alacena-sessions:" + begun.session().handle() + "}:????????";
        return ((List<?>) REDIS.call("KEYS", names)).get(0).toString();
    }

    @Test
    void theIdIsInNoKeyAndInNoValueOfRedis() {
        Begun<Basket> begun = begin(ann);
        assertThat(found(begun)).isTrue();
        assertThat(REDIS.call("GET", copy(begun)).toString())
                .contains(begun.session().handle())
                .doesNotContain(begun.id());
        assertThat(REDIS.call("KEYS", "*" + begun.id() + "*").toString()).isEqualTo("[]");
        assertThat(REDIS.call("XRANGE", "test:{invalidations}", "-", "+").toString())
                .contains(begun.session().handle())
                .doesNotContain(begun.id());
    }

    @Test
    void theIdIsInNoLineOfTheLog() {
        Logger log = Logger.getLogger("dev.alacena");
        Level before = log.getLevel();
        StringBuilder lines = new StringBuilder();
        Handler handler = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord line) {
                lines.append(new SimpleFormatter().format(line));
            }
        };
        log.setLevel(Level.ALL);
        log.addHandler(handler);
        try {
            Begun<Basket> begun = begin(ann);
            assertThat(found(begun)).isTrue();
            assertThat(sessions.find(begun.id(), Other.class)).isEmpty();
            assertThat(sessions.end(ann, begun.session().handle())).isTrue();
            assertThat(found(begun)).isFalse();
            assertThat(lines.toString())
                    .contains(begun.session().handle())
                    .doesNotContain(begun.id())
                    .doesNotContain(ann);
        } finally {
            log.removeHandler(handler);
            log.setLevel(before);
        }
    }

    /** A node sends what it has invalidated once more to a server that is new or empty: no other test shall notice it. */
    @Test
    void whenRedisIsKilledTheDatabaseAnswers() {
        try (RedisProcess redis = new RedisProcess();
                Site site = new Site(redis.topology(), wall)) {
            UserSessions here = site.in(database);
            Begun<Basket> begun = here.begin(ann, BASKET, HOME);
            Begun<Basket> ended = here.begin(ann, BASKET, HOME);
            assertThat(found(here, begun)).isTrue();
            assertThat(found(here, ended)).isTrue();
            redis.stop();
            assertThat(found(here, begun)).isTrue();
            wall.pass(Site.RULES.touchInterval());
            assertThat(here.touch(begun.session().handle())).isTrue();
            assertThat(here.end(ann, ended.session().handle())).isTrue();
            assertThat(found(here, ended)).isFalse();
            assertThat(found(here, here.begin(ann, BASKET, HOME))).isTrue();
            redis.start();
            Await.until("Redis has copies again", () -> copied(here, begun));
            assertThat(found(here, begun)).isTrue();
            assertThat(found(here, ended)).isFalse();
        }
    }

    private boolean copied(UserSessions here, Begun<Basket> begun) {
        int asked = database.asked();
        return found(here, begun) && database.asked() == asked;
    }

    private static boolean found(UserSessions here, Begun<Basket> begun) {
        return here.find(begun.id(), Basket.class).isPresent();
    }

    @Test
    void whenRedisIsEmptiedTheDatabaseAnswers() {
        try (RedisProcess redis = new RedisProcess();
                Site site = new Site(redis.topology(), wall)) {
            UserSessions here = site.in(database);
            Begun<Basket> begun = here.begin(ann, BASKET, HOME);
            Begun<Basket> ended = here.begin(ann, BASKET, HOME);
            assertThat(found(here, ended)).isTrue();
            here.end(ann, ended.session().handle());
            redis.call("FLUSHALL");
            assertThat(found(here, begun)).isTrue();
            assertThat(found(here, ended)).isFalse();
        }
    }

    @Test
    void whatIsNoSessionInRedisIsAskedOfTheDatabase() {
        Begun<Basket> begun = begin(ann);
        assertThat(found(begun)).isTrue();
        REDIS.call("SET", copy(begun), "16 bytes of time and then no envelope");
        assertThat(found(begun)).isTrue();
    }

    @Test
    void aCopyAnswersWhileTheDatabaseIsAwayAndNothingElseDoes() throws SQLException {
        Begun<Basket> copied = begin(ann);
        Begun<Basket> unknown = begin(ann);
        assertThat(found(copied)).isTrue();
        database.leave();
        assertThat(found(copied)).isTrue();
        assertThatThrownBy(() -> found(unknown)).isInstanceOf(SessionsUnavailableException.class);
        assertThatThrownBy(() -> sessions.end(ann, copied.session().handle()))
                .isInstanceOf(SessionsUnavailableException.class);
        assertThatThrownBy(() -> found(copied)).isInstanceOf(SessionsUnavailableException.class);
    }
}
