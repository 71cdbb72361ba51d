package dev.alacena.cache.security.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.security.UserSession;
import dev.alacena.api.security.UserSessions;
import dev.alacena.api.security.UserSessions.Begun;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.redis.LeastRights;
import dev.alacena.cache.redis.RedisProcess;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A user with the least rights keeps sessions in Redis alone. */
class LeastRightsSessionsTest extends SessionsContract {
    private static final RedisProcess REDIS = LeastRights.server();
    private static Site site;

    private final UserSessions sessions = site.inRedis();

    @BeforeAll
    static void start() {
        REDIS.start();
        site = new Site(REDIS.topology(), LeastRights.LOGIN, wall);
    }

    @AfterAll
    static void stop() {
        try {
            LeastRights.suffice(REDIS);
        } finally {
            site.close();
            REDIS.close();
        }
    }

    @Override
    UserSessions sessions() {
        return sessions;
    }

    @Override
    Counters counters() {
        return site.counters();
    }

    @Test
    void anIndexIsTidiedOfWhatHasEnded() {
        List<Begun<Basket>> begun = Stream.generate(() -> begin(ann)).limit(30).toList();
        begun.forEach(
                each -> REDIS.call("DEL", "test:session:{" + each.session().handle() + "}"));
        String last = begin(ann).session().handle();
        assertThat(sessions.of(ann)).extracting(UserSession::handle).containsExactly(last);
    }
}
