package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a call costs the database and Redis, counted by them. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class FiguresIT {

    /** What a node does every second and once a minute, call or no call; and the one read. */
    private static final Set<String> LISTENING =
            Set.of("get", "evalsha", "hmget", "time", "xrange", "xread", "hgetall", "hget", "hset", "hdel", "hscan");

    private final Client client = new Client();
    private final Counts counts = new Counts();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    @Test
    void theSecondCallOfAUserCostsNoStatementAndOneGet() {
        String path = "/api/v1/users/" + client.newUser(Client.unusedName());
        String first = client.get(path).body();
        counts.mark();
        assertThat(client.get(path).body()).isEqualTo(first);
        assertThat(counts.statements()).isZero();
        assertThat(counts.commands()).containsEntry("get", 1L);
        assertThat(counts.commands().keySet()).isSubsetOf(LISTENING);
    }

    @Test
    void theSecondCallByEmailAndOfAnUnknownUserCostsNoStatement() {
        String known = Client.unusedName();
        client.newUser(known);
        for (String name : new String[] {known, Client.unusedName()}) {
            String path = "/api/v1/users/by-email/%s@example.com".formatted(name);
            String first = client.get(path).body();
            counts.mark();
            assertThat(client.get(path).body()).isEqualTo(first);
            assertThat(counts.statements()).isZero();
        }
    }

    @Test
    void theSecondCallOfAListCostsNoStatement() {
        client.newUser(Client.unusedName());
        String first = client.get("/api/v1/users?limit=7").body();
        counts.mark();
        assertThat(client.get("/api/v1/users?limit=7").body()).isEqualTo(first);
        assertThat(counts.statements()).isZero();
    }

    @Test
    void theFirstCallAfterAChangeCostsNoStatement() {
        String path = "/api/v1/users/" + client.newUser(Client.unusedName());
        String changed = client.put(path, Client.user(Client.unusedName())).body();
        counts.mark();
        assertThat(client.get(path).body()).isEqualTo(changed);
        assertThat(counts.statements()).isZero();
    }

    @Test
    void theCountersCount() {
        counts.mark();
        client.get("/api/v1/users/by-email/%s@example.com".formatted(Client.unusedName()));
        assertThat(counts.statements()).isPositive();
    }
}
