package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Passwords and tokens are nowhere but where they belong. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class SecretsIT {

    private final List<Answer> answers = new ArrayList<>();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    private Answer seen(Answer answer) {
        answers.add(answer);
        return answer;
    }

    /** All that the administration tells, of every cache, and what the server tells of its metrics if it does. */
    private void seenByTheAdministrator() {
        Client admin = new Client();
        seen(admin.get("/api/v1/cache/stats"));
        seen(admin.get("/api/v1/cache/keys?limit=1000"));
        for (JsonNode cache : seen(admin.get("/api/v1/cache/caches")).json()) {
            seen(admin.get("/api/v1/cache/caches/" + cache.path("cache").asText()));
        }
        seen(admin.get("/api/v1/health"));
        seen(admin.sendToTheServer("GET", "/metrics", BodyPublishers.noBody()));
    }

    @Test
    void noPasswordAndNoTokenIsInRedisInTheLogOrInAnAnswer() {
        Login login = Login.ofNewUser();
        JsonNode next = login.refresh().json();
        String access = next.path("accessToken").asText();
        Client client = Client.with(access);
        seen(client.get("/api/v1/auth/me"));
        seen(client.get("/api/v1/auth/sessions"));
        seen(client.get("/api/v1/users/" + login.user()));
        seen(client.get("/api/v1/users/by-email/" + login.email()));
        seenByTheAdministrator();
        seen(Login.attempt(login.email(), "canary of a wrong password"));
        seen(Login.attempt("canary typed into the wrong field", "canary of a wrong password"));
        seen(client.put(
                "/api/v1/auth/password",
                "{\"currentPassword\":\"canary of a wrong password\",\"newPassword\":\"canary of a new password\"}"));
        seen(client.put(
                "/api/v1/auth/password",
                "{\"currentPassword\":\"%s\",\"newPassword\":\"canary of a new password\"}"
                        .formatted(login.password())));
        seen(login.refresh());
        seen(client.get("/api/v1/auth/me"));
        seen(client.send("POST", "/api/v1/auth/logout", BodyPublishers.noBody()));
        seenByTheAdministrator();
        seen(Client.nobody().get("/.well-known/jwks.json"));
        Canaries canaries = new Canaries(
                login.password(),
                "canary of a wrong password",
                "canary typed into the wrong field",
                "canary of a new password",
                login.accessToken(),
                login.refreshToken(),
                access,
                next.path("refreshToken").asText());
        try (Keys redis = new Keys(Integer.parseInt(Backends.property("it.redis")))) {
            canaries.inRedis(redis);
        }
        assertThat(canaries.inFile(Path.of(Backends.property("it.log")))
                        .inAnswers(answers)
                        .found())
                .isEmpty();
    }
}
