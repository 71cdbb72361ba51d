package dev.alacena.cache.security.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.security.UserSessions;
import dev.alacena.api.security.UserSessions.Begun;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.redis.RedisCluster;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A Cluster keeps the law, though the sessions of one user are on all its primaries. */
class ClusterSessionsTest extends SessionsContract {
    private static Site site;

    private final UserSessions sessions = site.inRedis();

    @BeforeAll
    static void start() {
        RedisCluster cluster = RedisCluster.shared();
        cluster.start();
        site = new Site(cluster.topology(), wall);
    }

    @AfterAll
    static void stop() {
        site.close();
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
    void allSessionsOfAUserAreListedAndEndedOverAllShards() {
        List<Begun<Basket>> begun = Stream.generate(() -> begin(ann)).limit(30).toList();
        List<String> handles =
                begun.stream().map(each -> each.session().handle()).toList();
        assertThat(sessions.of(ann)).hasSize(30);
        assertThat(sessions.endAll(ann)).containsExactlyInAnyOrderElementsOf(handles);
        assertThat(sessions.of(ann)).isEmpty();
        assertThat(begun).noneMatch(this::found);
    }
}
