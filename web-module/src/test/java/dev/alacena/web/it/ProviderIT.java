package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alacena.web.it.IdentityProvider.Somebody;
import java.net.http.HttpRequest.BodyPublishers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users log in at an outside provider and nowhere else, by configuration alone. */
@Timeout(60)
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ProviderIT {

    private static final IdentityProvider PROVIDER = new IdentityProvider();
    private static final String ME = "/api/v1/auth/me";
    private static final long MINUTES = 600;

    private final Client admin = Client.with(
            PROVIDER.token(PROVIDER.somebody("admin@id.example.org", "user", "admin", "offline_access"), MINUTES));

    private final String name = Client.unusedName();
    private final long user = admin.newUser(name);
    private final Somebody ana = PROVIDER.somebody(name + "@example.com", "user");

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena()
                .addAsResource(new StringAsset(PROVIDER.settings()), "META-INF/microprofile-config.properties");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    private static int status(String token) {
        return Client.with(token).get(ME).status();
    }

    private static Answer post(String token, String path) {
        return Client.with(token).send("POST", path, BodyPublishers.noBody());
    }

    @Test
    void noOwnLoginIsThere() {
        Login.attempt(name + "@example.com", "whatever it is")
                .isProblem(404, "Not Found", "Logins are somewhere else.", "");
        assertThat(Login.refresh("A".repeat(43)).status()).isEqualTo(404);
        assertThat(Client.nobody().get("/.well-known/jwks.json").status()).isEqualTo(404);
    }

    @Test
    void aTokenOfTheProviderOpensTheApiForTheUserWithItsAddress() {
        JsonNode me = Client.with(PROVIDER.token(ana, MINUTES)).get(ME).json();
        assertThat(me.path("id").asLong()).isEqualTo(user);
        assertThat(me.path("roles").toString()).isEqualTo("[\"user\"]");
        assertThat(Client.with(PROVIDER.token(ana, MINUTES))
                        .get("/api/v1/cache/stats")
                        .status())
                .isEqualTo(403);
        assertThat(admin.get("/api/v1/cache/stats").status()).isEqualTo(200);
    }

    @Test
    void aTokenThatIsNotOfTheProviderOpensNothing() {
        String token = PROVIDER.token(ana, MINUTES);
        assertThat(status(token.substring(0, token.lastIndexOf('.')) + ".AAAA")).isEqualTo(401);
        assertThat(status(PROVIDER.token(ana, -60))).isEqualTo(401);
        try (IdentityProvider other = new IdentityProvider()) {
            assertThat(status(other.token(ana, MINUTES))).isEqualTo(401);
        }
    }

    @Test
    void aLogoutEndsAllTokensOfTheSession() {
        String one = PROVIDER.token(ana, MINUTES);
        String other = PROVIDER.token(ana, MINUTES);
        assertThat(status(other)).isEqualTo(200);
        assertThat(post(one, "/api/v1/auth/logout").status()).isEqualTo(204);
        assertThat(status(one)).isEqualTo(401);
        assertThat(status(other)).isEqualTo(401);
        Somebody again = PROVIDER.somebody(ana.email(), "user");
        assertThat(status(PROVIDER.token(again, MINUTES))).isEqualTo(200);
    }

    @Test
    void aGlobalLogoutEndsAllTokensOfTheSubject() {
        String token = PROVIDER.token(ana, MINUTES);
        assertThat(post(token, "/api/v1/auth/logout-all").status()).isEqualTo(204);
        assertThat(status(token)).isEqualTo(401);
        assertThat(status(PROVIDER.token(PROVIDER.somebody(ana.email(), "user"), MINUTES)))
                .isEqualTo(200);
    }

    @Test
    void whoIsDeactivatedIsOutAtOnce() {
        String token = PROVIDER.token(ana, MINUTES);
        assertThat(status(token)).isEqualTo(200);
        String inactive = Client.user(name).replace("}", ",\"active\":false}");
        assertThat(admin.put("/api/v1/users/" + user, inactive).status()).isEqualTo(200);
        assertThat(status(token)).isEqualTo(401);
    }

    @Test
    void anAdministratorLogsOutWhoIsInThroughTheProvider() {
        String token = PROVIDER.token(ana, MINUTES);
        assertThat(status(token)).isEqualTo(200);
        assertThat(admin.send("POST", "/api/v1/users/%d/logout-all".formatted(user), BodyPublishers.noBody())
                        .status())
                .isEqualTo(204);
        assertThat(status(token)).isEqualTo(401);
    }

    @Test
    void aPasswordThatIsKeptNowhereIsNotChanged() {
        Answer answer = Client.with(PROVIDER.token(ana, MINUTES))
                .put(
                        "/api/v1/auth/password",
                        "{\"currentPassword\":\"whatever it is\",\"newPassword\":\"another password\"}");
        assertThat(answer.status()).isEqualTo(404);
    }
}
