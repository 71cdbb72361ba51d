package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The users are what {@code rest-api} says. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class UsersIT {

    private final Client client = new Client();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    @Test
    void aNewUserIsAnsweredWithItsLocationAndIsThere() {
        String name = Client.unusedName();
        Answer created = client.post(Client.user(name));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Content-Type")).isEqualTo("application/json");
        JsonNode user = created.json();
        assertThat(created.header("Location"))
                .endsWith("/api/v1/users/" + user.path("id").asLong());
        assertThat(user.fieldNames())
                .toIterable()
                .containsExactly("id", "username", "email", "fullName", "active", "createdAt", "updatedAt");
        assertThat(user.path("username").asText()).isEqualTo(name);
        assertThat(user.path("active").asBoolean()).isTrue();
        assertThat(Instant.parse(user.path("createdAt").asText())).isBefore(Instant.now());
        assertThat(client.get("/api/v1/users/" + user.path("id").asLong()).body())
                .isEqualTo(created.body());
    }

    @Test
    void anEmailAddressIsFoundInAnySpelling() {
        String name = Client.unusedName();
        String body = client.post(Client.user(name)).body();
        assertThat(client.get("/api/v1/users/by-email/%s@example.com".formatted(name))
                        .body())
                .isEqualTo(body);
        assertThat(client.get("/api/v1/users/by-email/%%20%s@Example.COM%%20".formatted(name))
                        .body())
                .isEqualTo(body);
    }

    @Test
    void aUserThatWasUnknownIsFoundOnceItExists() {
        String name = Client.unusedName();
        String path = "/api/v1/users/by-email/%s@example.com".formatted(name);
        client.get(path).isProblem(404, "Not Found", "There is no such user.", "");
        long id = client.newUser(name);
        assertThat(client.get(path).json().path("id").asLong()).isEqualTo(id);
        client.get("/api/v1/users/" + (id + 1)).isProblem(404, "Not Found", "There is no such user.", "");
        assertThat(client.newUser(Client.unusedName())).isEqualTo(id + 1);
        assertThat(client.get("/api/v1/users/" + (id + 1)).status()).isEqualTo(200);
    }

    @Test
    void aChangedUserIsSeenUnderItsIdAndItsNewAddressOnly() {
        String old = Client.unusedName();
        long id = client.newUser(old);
        assertThat(client.get("/api/v1/users/by-email/%s@example.com".formatted(old))
                        .status())
                .isEqualTo(200);
        String name = Client.unusedName();
        client.get("/api/v1/users/by-email/%s@example.com".formatted(name));
        Answer changed = client.put("/api/v1/users/" + id, Client.user(name));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("username").asText()).isEqualTo(name);
        assertThat(client.get("/api/v1/users/" + id).body()).isEqualTo(changed.body());
        assertThat(client.get("/api/v1/users/by-email/%s@example.com".formatted(name))
                        .body())
                .isEqualTo(changed.body());
        assertThat(client.get("/api/v1/users/by-email/%s@example.com".formatted(old))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aDeletedUserIsGone() {
        String name = Client.unusedName();
        String path = "/api/v1/users/" + client.newUser(name);
        assertThat(client.get(path).status()).isEqualTo(200);
        Answer deleted = client.delete(path);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        client.get(path).isProblem(404, "Not Found", "There is no such user.", "");
        client.delete(path).isProblem(404, "Not Found", "There is no such user.", "");
        assertThat(client.get("/api/v1/users/by-email/%s@example.com".formatted(name))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theListIsOrderedByIdAndLinksItsParts() {
        client.newUser(Client.unusedName());
        client.newUser(Client.unusedName());
        long last = client.newUser(Client.unusedName());
        long total = Long.parseLong(client.get("/api/v1/users?limit=1").header("X-Total-Count"));
        Answer page = client.get("/api/v1/users?skip=%d&limit=2".formatted(total - 2));
        assertThat(page.json()).hasSize(2);
        assertThat(page.json().path(1).path("id").asLong()).isEqualTo(last);
        assertThat(page.header("Link"))
                .contains("</api/v1/users?skip=0&limit=2>; rel=\"first\"")
                .contains("rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
        assertThat(client.get("/api/v1/users?limit=1").header("Link"))
                .contains("</api/v1/users?skip=1&limit=1>; rel=\"next\"");
        client.delete("/api/v1/users/" + last);
        assertThat(client.get("/api/v1/users?limit=1").header("X-Total-Count")).isEqualTo(Long.toString(total - 1));
    }

    @Test
    void whoHasAnAnswerIsToldThatItStillHoldsAndGetsItNotAgain() {
        String path = "/api/v1/users/" + client.newUser(Client.unusedName());
        Answer first = client.get(path);
        assertThat(first.header("ETag")).matches("\"[A-Za-z0-9_-]{22}\"");
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(first.response().headers().allValues("Vary")).anyMatch(vary -> vary.contains("Authorization"));
        Answer again = client.get(path, "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        client.put(path, Client.user(Client.unusedName()));
        assertThat(client.get(path, "If-None-Match", first.header("ETag")).status())
                .isEqualTo(200);
    }

    @Test
    void ofTwoWhoChangeWhatBothSawTheSecondIsRefused() {
        String path = "/api/v1/users/" + client.newUser(Client.unusedName());
        String seen = client.get(path).header("ETag");
        Answer winner = client.put(path, Client.user(Client.unusedName()), "If-Match", seen);
        assertThat(winner.status()).isEqualTo(200);
        client.put(path, Client.user(Client.unusedName()), "If-Match", seen)
                .isProblem(412, "Precondition Failed", "It has been changed since it was read: read it again.", "");
        assertThat(client.get(path).body()).isEqualTo(winner.body());
        assertThat(client.put(path, Client.user(Client.unusedName()), "If-Match", winner.header("ETag"))
                        .status())
                .isEqualTo(200);
        client.put(path, Client.user(Client.unusedName()), "If-Match", "7")
                .refuses("If-Match", "must be * or a list of entity tags in quotes");
    }

    @Test
    void anAnswerTellsWhatTheCachesDidForIt() {
        String path = "/api/v1/users/" + client.newUser(Client.unusedName());
        Answer cold = client.get(path);
        assertThat(cold.header("X-Cache")).isEqualTo("MISS");
        assertThat(cold.header("X-Cache-Time")).matches("[0-9]+\\.[0-9]{6}");
        assertThat(cold.header("Cache-Status")).matches("users; fwd=miss; detail=(cold|invalidated)");
        assertThat(cold.header("Age")).isEqualTo("0");
        Answer warm = client.get(path);
        assertThat(warm.body()).isEqualTo(cold.body());
        assertThat(warm.header("X-Cache")).isEqualTo("HIT");
        assertThat(warm.header("Cache-Status")).matches("users; hit; ttl=(900|8[0-9]{2}); detail=level-[12]");
        assertThat(warm.header("Age")).matches("[0-9]{1,2}");
        assertThat(client.put(path, Client.user(Client.unusedName())).header("X-Cache"))
                .isEmpty();
    }
}
