package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Guard;
import dev.alacena.cache.security.Tables;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The primary of a set that Sentinels watch keeps the contract of the revocations, and its replica is not believed at once. */
class SentinelRevocationsTest extends ClusterRevocationsTest {
    private final RedisSentinels sentinels = new RedisSentinels();

    @Override
    protected Servers servers() {
        return sentinels;
    }

    @Test
    void r19TheReplicaThatIsPromotedIsNotTakenForComplete() {
        rebuild();
        Await.until("the replica has the mark", () -> mark(sentinels.replica()) != null);
        sentinels.primaries().get(0).stop();
        Await.until("the replica is the primary", this::answers);
        assertThat(mark(sentinels.replica())).isNotNull();
        assertThat(get(copy().page("0")).mark()).isEmpty();
    }

    @Test
    void r19ARevokedTokenStaysRevokedOverAFailoverThatLostIt() throws IOException {
        String id = UUID.randomUUID().toString();
        try (Tables tables = new Tables();
                RevocationNode node = new RevocationNode(sentinels.topology(), tables.revocations()).settled()) {
            sentinels.replica().frozen(true);
            node.guard.revoke(Guard.token(id));
            sentinels.primaries().get(0).stop();
            sentinels.replica().frozen(false);
            try (RevocationNode other = new RevocationNode(sentinels.topology(), tables.revocations())) {
                refuses(node, id);
                refuses(other, id);
                node.settled();
                other.settled();
                assertThat(sentinels.replica().info("role")).isEqualTo("master");
                refuses(node, id);
                refuses(other, id);
            }
        }
        assertThat(sentinels
                        .replica()
                        .call("HGET", "test:{revocations}", Guard.token(id).field()))
                .as("the copy was made anew from the database")
                .isNotNull();
    }

    private static void refuses(RevocationNode node, String id) {
        for (int use = 0; use < 100; use++) {
            assertThat(node.guard.accepts(id)).as("use " + use).isFalse();
        }
    }

    private boolean answers() {
        try {
            return get(copy().page("0")) != null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static Object mark(RedisProcess server) {
        return server.call("HGET", "test:{revocations}", "!complete");
    }
}
