package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.web.openapi.Resources;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every method of every resource, found in the classes of the WAR, called by everybody: it is in the table here, and
 * answers those who may not call it with 401 and 403.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AccessIT {

    /** Who may call. */
    private enum Who {
        EVERYBODY,
        USER,
        /** The user in the path, and administrators. */
        SELF,
        ADMIN
    }

    private static final Map<String, Who> TABLE = Map.ofEntries(
            Map.entry("GET .well-known/jwks.json", Who.EVERYBODY),
            Map.entry("GET api/v1/health", Who.EVERYBODY),
            Map.entry("GET api/v1/openapi", Who.EVERYBODY),
            Map.entry("POST api/v1/auth/login", Who.EVERYBODY),
            Map.entry("POST api/v1/auth/refresh", Who.EVERYBODY),
            Map.entry("GET api/v1/auth/me", Who.USER),
            Map.entry("GET api/v1/auth/sessions", Who.USER),
            Map.entry("DELETE api/v1/auth/sessions/{id}", Who.USER),
            Map.entry("POST api/v1/auth/logout", Who.USER),
            Map.entry("POST api/v1/auth/logout-all", Who.USER),
            Map.entry("PUT api/v1/auth/password", Who.USER),
            Map.entry("GET api/v1/users", Who.USER),
            Map.entry("GET api/v1/users/{id}", Who.USER),
            Map.entry("GET api/v1/users/by-email/{email}", Who.USER),
            Map.entry("PUT api/v1/users/{id}", Who.SELF),
            Map.entry("POST api/v1/users", Who.ADMIN),
            Map.entry("DELETE api/v1/users/{id}", Who.ADMIN),
            Map.entry("POST api/v1/users/{id}/logout-all", Who.ADMIN),
            Map.entry("POST api/v1/users/{id}/cache/invalidate", Who.SELF),
            Map.entry("GET api/v1/cache/stats", Who.ADMIN),
            Map.entry("GET api/v1/cache/caches", Who.ADMIN),
            Map.entry("GET api/v1/cache/caches/{name}", Who.ADMIN),
            Map.entry("GET api/v1/cache/keys", Who.ADMIN),
            Map.entry("POST api/v1/cache/invalidate/{key: .+}", Who.ADMIN),
            Map.entry("POST api/v1/cache/invalidate-pattern/{pattern: .+}", Who.ADMIN),
            Map.entry("POST api/v1/cache/invalidate-tag/{tag: .+}", Who.ADMIN),
            Map.entry("POST api/v1/cache/clear", Who.ADMIN),
            Map.entry("GET api/v1/categories", Who.USER),
            Map.entry("POST api/v1/categories", Who.ADMIN),
            Map.entry("PUT api/v1/categories/{id}", Who.ADMIN),
            Map.entry("DELETE api/v1/categories/{id}", Who.ADMIN),
            Map.entry("GET api/v1/habits", Who.USER),
            Map.entry("POST api/v1/habits", Who.USER),
            Map.entry("GET api/v1/habits/{id}", Who.USER),
            Map.entry("PUT api/v1/habits/{id}", Who.USER),
            Map.entry("DELETE api/v1/habits/{id}", Who.USER),
            Map.entry("GET api/v1/habits/{id}/records", Who.USER),
            Map.entry("POST api/v1/habits/{id}/records", Who.USER),
            Map.entry("DELETE api/v1/records/{id}", Who.USER),
            Map.entry("GET api/v1/notifications/stream", Who.USER),
            Map.entry("GET api/v1/analytics/performance", Who.USER),
            Map.entry("GET api/v1/analytics/compliance", Who.USER),
            Map.entry("POST api/v1/posts", Who.USER),
            Map.entry("GET api/v1/posts/{id}", Who.USER),
            Map.entry("PUT api/v1/posts/{id}", Who.USER),
            Map.entry("DELETE api/v1/posts/{id}", Who.USER),
            Map.entry("GET api/v1/posts/{id}/comments", Who.USER),
            Map.entry("POST api/v1/posts/{id}/comments", Who.USER),
            Map.entry("DELETE api/v1/comments/{id}", Who.USER),
            Map.entry("GET api/v1/users/{id}/posts", Who.USER),
            Map.entry("GET api/v1/users/{id}/content-stats", Who.USER),
            Map.entry("POST api/v1/tasks", Who.USER),
            Map.entry("GET api/v1/tasks/{id}", Who.USER),
            Map.entry("PUT api/v1/tasks/{id}", Who.USER),
            Map.entry("DELETE api/v1/tasks/{id}", Who.USER),
            Map.entry("GET api/v1/users/{id}/tasks", Who.USER),
            Map.entry("GET api/v1/stats/users/{id}", Who.SELF),
            Map.entry("POST api/v1/stats/users/{id}/invalidate", Who.SELF));

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    private static Answer call(Client client, String method, long user) {
        String path = "/"
                + method.substring(method.indexOf(' ') + 1)
                        .replace("sessions/{id}", "sessions/none")
                        .replaceAll("(categories|habits|records|posts|comments)/\\{id}", "$1/999999999999999999")
                        .replace("{id}", Long.toString(user))
                        .replace("{name}", "users")
                        .replaceAll("\\{(key|pattern|tag): \\.\\+}", "none:none")
                        .replace("{email}", "nobody@example.com");
        String verb = method.substring(0, method.indexOf(' '));
        return switch (verb) {
            case "GET" -> client.get(path);
            case "DELETE" -> client.delete(path);
            default -> client.send(verb, path, BodyPublishers.ofString("{}"), "Content-Type", "application/json");
        };
    }

    @Test
    void everyMethodIsInTheTableAndTheTableHasNoOthers() {
        assertThat(Resources.annotated()).containsExactlyInAnyOrderElementsOf(TABLE.keySet());
    }

    @Test
    void nobodyGetsInWithoutATokenOrWithAForgedOne() throws Exception {
        Login victim = Login.ofNewUser();
        Forgery forgery = new Forgery();
        assertThat(Client.with(forgery.right(victim.user()))
                        .get("/api/v1/users")
                        .status())
                .isEqualTo(200);
        for (Map.Entry<String, Who> method : new TreeMap<>(TABLE).entrySet()) {
            if (method.getValue() != Who.EVERYBODY) {
                call(Client.nobody(), method.getKey(), victim.user())
                        .isProblem(401, "Unauthorized", "An access token is required.", "");
                for (String token : forgery.all(victim.user())) {
                    call(Client.with(token), method.getKey(), victim.user())
                            .isProblem(401, "Unauthorized", "The access token is not valid.", "");
                }
            }
        }
        assertThat(victim.client().get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void aRevokedTokenIsRefusedEverywhere() {
        Login gone = Login.ofNewUser();
        gone.client().send("POST", "/api/v1/auth/logout", BodyPublishers.noBody());
        TABLE.forEach((method, who) -> {
            if (who != Who.EVERYBODY) {
                assertThat(call(gone.client(), method, gone.user()).status())
                        .as(method)
                        .isEqualTo(401);
            }
        });
    }

    @Test
    void usersReachWhatIsTheirsAndNotWhatIsOthersOrTheAdministrators() {
        Login user = Login.ofNewUser();
        Login other = Login.ofNewUser();
        TABLE.forEach((method, who) -> {
            int status = method.endsWith("logout") || (method.endsWith("logout-all") && who == Who.USER)
                    ? 204
                    : call(other.client(), method, user.user()).status();
            if (who == Who.ADMIN || who == Who.SELF) {
                assertThat(status).as(method).isEqualTo(403);
            } else if (!method.startsWith("POST api/v1/auth/")) {
                assertThat(status).as(method).isNotIn(401, 403, 500);
            }
            if (who == Who.SELF) {
                assertThat(call(user.client(), method, user.user()).status())
                        .as(method)
                        .isNotIn(401, 403, 500);
            }
        });
        assertThat(user.client().get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void noMethodIsClosedToAdministrators() {
        Login user = Login.ofNewUser();
        TABLE.forEach((method, who) -> {
            // but for the ends of the administrator's own sessions
            boolean ends = method.contains("auth/logout") || method.equals("GET api/v1/notifications/stream");
            if (who != Who.EVERYBODY && !ends) {
                assertThat(call(new Client(), method, user.user()).status())
                        .as(method)
                        .isNotIn(401, 403, 500);
            }
        });
    }

    @Test
    void noPageOfAnotherOriginMayCallUnlessItIsConfigured() {
        Answer preflight = Client.nobody()
                .sendToTheServer(
                        "OPTIONS",
                        "/api/v1/users",
                        BodyPublishers.noBody(),
                        "Origin",
                        "https://app.example.org",
                        "Access-Control-Request-Method",
                        "GET");
        Answer answer = new Client().get("/api/v1/users", "Origin", "https://app.example.org");
        for (Answer one : List.of(preflight, answer)) {
            assertThat(one.response().headers().map().keySet())
                    .noneMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("access-control-"));
        }
    }
}
