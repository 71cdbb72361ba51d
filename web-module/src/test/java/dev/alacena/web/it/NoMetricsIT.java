package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** WildFly has no MicroProfile Metrics, and nothing is missed. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "wildfly")
class NoMetricsIT {

    private final Client client = new Client();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    private JsonNode users() {
        for (JsonNode cache : client.get("/api/v1/cache/stats").json().path("caches")) {
            if (cache.path("cache").asText().equals("users")) {
                return cache;
            }
        }
        throw new AssertionError("no cache users");
    }

    @Test
    void callsAreCountedAllTheSame() {
        String path = "/api/v1/users/" + client.newUser(Client.unusedName());
        JsonNode before = users();
        assertThat(client.get(path).status()).isEqualTo(200);
        assertThat(client.get(path).status()).isEqualTo(200);
        JsonNode after = users();
        assertThat(gets(after) - gets(before)).isEqualTo(2);
    }

    @Test
    void theServerHasNoWordForIt() {
        assertThat(client.get("/metrics").status()).isEqualTo(404);
        assertThat(new ServerLog().complaints())
                .noneMatch(line -> line.contains("MetricRegistry") || line.contains("tatistics"));
    }

    private static long gets(JsonNode cache) {
        long[] sum = new long[1];
        cache.path("hits").forEach(hits -> sum[0] += hits.asLong());
        cache.path("misses").forEach(misses -> sum[0] += misses.asLong());
        return sum[0];
    }
}
