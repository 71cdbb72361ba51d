package dev.alacena.cache.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.api.security.SessionsUnavailableException;
import dev.alacena.api.security.UserSessions;
import dev.alacena.api.security.UserSessions.Begun;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.redis.Await;
import dev.alacena.cache.redis.RedisProcess;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Without a database Redis keeps the law. */
class RedisSessionsTest extends SessionsContract {
    private static final RedisProcess REDIS = new RedisProcess();

    private static final Site SITE = new Site(REDIS.topology(), wall);

    private final UserSessions sessions = SITE.inRedis();

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
    void whatIsEndedOnOneNodeIsNotFoundOnAnother() {
        try (Site other = new Site(REDIS.topology(), wall)) {
            Begun<Basket> begun = begin(ann);
            assertThat(other.inRedis().find(begun.id(), Basket.class)).isPresent();
            sessions.endAll(ann);
            assertThat(other.inRedis().find(begun.id(), Basket.class)).isEmpty();
        }
    }

    @Test
    void everyKeyEndsByItself() {
        REDIS.call("FLUSHALL");
        Begun<Basket> begun = begin(ann);
        String session = "test:session:{" + begun.session().handle() + "}";
        long idle = Site.RULES.idle().toMillis();
        assertThat((Long) REDIS.call("PTTL", session)).isBetween(idle - 20_000, idle);
        wall.pass(Site.RULES.longest().minus(Duration.ofMinutes(40)));
        REDIS.call("HSET", session, "seen", Long.toString(wall.millis()));
        wall.pass(Duration.ofMinutes(20));
        assertThat(sessions.touch(begun.session().handle())).isTrue();
        long left = Duration.ofMinutes(20).toMillis();
        assertThat((Long) REDIS.call("PTTL", session)).isBetween(left - 20_000, left);
        assertThat(keys()).hasSize(2).allSatisfy(key -> assertThat((Long) REDIS.call("PTTL", key))
                .isPositive());
    }

    @Test
    void anIndexLosesWhatHasEndedWithoutBeingEnded() {
        REDIS.call("FLUSHALL");
        for (int i = 0; i < 30; i++) {
            REDIS.call("DEL", "test:session:{" + begin(ann).session().handle() + "}");
        }
        begin(ann);
        String index = keys().stream()
                .filter(key -> key.startsWith("test:sessions:"))
                .findFirst()
                .orElseThrow();
        assertThat((Long) REDIS.call("ZCARD", index)).isLessThan(25);
        assertThat(sessions.of(ann)).hasSize(1);
        assertThat((Long) REDIS.call("ZCARD", index)).isEqualTo(1);
    }

    @Test
    void neitherTheIdNorTheUserIsInAKey() {
        REDIS.call("FLUSHALL");
        Begun<Basket> begun = begin(ann);
        for (String key : keys()) {
            assertThat(key).doesNotContain(begun.id()).doesNotContain(ann);
        }
        Object session =
                REDIS.call("HGETALL", "test:session:{" + begun.session().handle() + "}");
        assertThat(session.toString()).contains(ann).doesNotContain(begun.id());
    }

    @Test
    void whatIsNoSessionInRedisIsNotFound() {
        Begun<Basket> begun = begin(ann);
        String session = "test:session:{" + begun.session().handle() + "}";
        REDIS.call("HSET", session, "created", "yesterday");
        assertThat(found(begun)).isFalse();
        assertThat(sessions.touch(begun.session().handle())).isFalse();
        REDIS.call("HDEL", session, "created");
        assertThat(found(begun)).isFalse();
    }

    @Test
    void aServerThatIsAwayIsSaid() {
        Begun<Basket> begun = begin(ann);
        REDIS.stop();
        try {
            assertThatThrownBy(() -> found(begun)).isInstanceOf(SessionsUnavailableException.class);
            assertThatThrownBy(() -> sessions.end(ann, begun.session().handle()))
                    .isInstanceOf(SessionsUnavailableException.class);
            assertThatThrownBy(() -> begin(ann)).isInstanceOf(SessionsUnavailableException.class);
        } finally {
            REDIS.start();
        }
        Await.until("sessions begin again", this::begins);
    }

    private boolean begins() {
        try {
            return found(begin(ann));
        } catch (SessionsUnavailableException e) {
            return false;
        }
    }

    private static Set<String> keys() {
        return ((List<?>) REDIS.call("KEYS", "test:session*"))
                .stream().map(Object::toString).collect(Collectors.toSet());
    }
}
