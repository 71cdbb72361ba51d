package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators see, and what happens without Redis and without the database. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class OperationsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Client client = new Client();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    @Test
    void healthTellsOfRedisAndOfTheDatabase() {
        Answer answer = until(health -> health.status() == 200 && health.body().contains("\"redis\":\"UP\""));
        assertThat(answer.body())
                .matches(
                        "\\{\"status\":\"UP\",\"redis\":\"UP\",\"database\":\"UP\",\"timestamp\":\"[-0-9]+T[0-9:.]+Z\"}");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void theStatisticsOfTheCacheHaveAllTheirFields() {
        JsonNode stats = client.get("/api/v1/cache/stats").json();
        assertThat(stats.fieldNames())
                .toIterable()
                .containsExactly(
                        "connected",
                        "keysCount",
                        "usedMemory",
                        "connectedClients",
                        "totalCommands",
                        "keyspaceHits",
                        "keyspaceMisses",
                        "hitRate",
                        "evictedKeys",
                        "caches");
        assertThat(stats.path("connected").asBoolean()).isTrue();
        assertThat(stats.path("caches").findValuesAsText("cache")).contains("users", "users-by-email", "user-lists");
    }

    @Test
    void withoutRedisNoRequestFails() {
        String path = "/api/v1/users/" + client.newUser(Client.unusedName());
        assertThat(client.get(path).status()).isEqualTo(200);
        Backends.stopRedis();
        try {
            for (int call = 0; call < 20; call++) {
                assertThat(client.get(path).status()).isEqualTo(200);
            }
            assertThat(client.put(path, Client.user(Client.unusedName())).status())
                    .isEqualTo(200);
            Answer health = until(answer -> answer.body().contains("\"redis\":\"DOWN\""));
            assertThat(health.status()).isEqualTo(200);
            assertThat(health.json().path("status").asText()).isEqualTo("DEGRADED");
        } finally {
            Backends.startRedis();
        }
        until(answer -> answer.body().contains("\"redis\":\"UP\""));
    }

    @Test
    void withoutTheDatabaseTheAnswerIs503AndAfterwardsItIsUsedAgain() {
        String unknown = "/api/v1/users/by-email/%s@example.com".formatted(Client.unusedName());
        assertThat(client.get("/api/v1/users").status()).isEqualTo(200);
        Backends.stopPostgres();
        try {
            Instant start = Instant.now();
            Answer read = client.get(unknown);
            Answer write = client.post(Client.user(Client.unusedName()));
            Answer health = client.get("/health");
            assertThat(Duration.between(start, Instant.now())).isLessThan(PATIENCE);
            for (Answer answer : new Answer[] {read, write}) {
                answer.isProblem(503, "Service Unavailable", "The database is not available.", "");
                assertThat(answer.header("Retry-After")).isEqualTo("5");
            }
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.header("Retry-After")).isEqualTo("5");
            assertThat(health.body())
                    .startsWith("{\"status\":\"DOWN\",\"redis\":\"")
                    .contains("\"database\":\"DOWN\"");
        } finally {
            Backends.startPostgres();
        }
        assertThat(client.get("/health").status()).isEqualTo(200);
        assertThat(client.get(unknown).status()).isEqualTo(404);
        assertThat(client.post(Client.user(Client.unusedName())).status()).isEqualTo(201);
    }

    /** The first health that is as wanted, asked for again and again within a limit. */
    private Answer until(Predicate<Answer> wanted) {
        Instant limit = Instant.now().plus(PATIENCE);
        Answer health = client.get("/health");
        while (!wanted.test(health)) {
            assertThat(Instant.now()).as("still %s", health.body()).isBefore(limit);
            health = client.get("/health");
        }
        return health;
    }
}
