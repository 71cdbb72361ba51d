package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logins, their continuation and their end. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class LoginIT {

    private static final String ME = "/api/v1/auth/me";
    private static final String SESSIONS = "/api/v1/auth/sessions";

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    private static int status(String accessToken) {
        return Client.with(accessToken).get(ME).status();
    }

    private static Answer post(Client client, String path) {
        return client.send("POST", path, BodyPublishers.noBody());
    }

    @Test
    void aLoginGivesTokensThatOpenTheApi() {
        Login login = Login.ofNewUser();
        Answer answer = Login.attempt(login.email().toUpperCase(Locale.ROOT), login.password());
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().fieldNames())
                .toIterable()
                .containsExactly("accessToken", "tokenType", "expiresIn", "refreshToken", "refreshExpiresIn");
        assertThat(answer.json().path("tokenType").asText()).isEqualTo("Bearer");
        assertThat(answer.json().path("expiresIn").asInt()).isEqualTo(900);
        assertThat(answer.json().path("refreshToken").asText()).matches("[A-Za-z0-9_-]{43}");
        JsonNode me =
                Client.with(answer.json().path("accessToken").asText()).get(ME).json();
        assertThat(me.path("email").asText()).isEqualTo(login.email());
        assertThat(me.path("roles").toString()).isEqualTo("[\"user\"]");
        assertThat(me.path("session").path("current").asBoolean()).isTrue();
    }

    @Test
    void aFormLogsInToo() {
        Login login = Login.ofNewUser();
        String form = "username=%s&password=%s"
                .formatted(login.email(), login.password().replace(" ", "+"));
        Answer answer = Client.nobody()
                .send(
                        "POST",
                        "/api/v1/auth/login",
                        BodyPublishers.ofString(form),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(status(answer.json().path("accessToken").asText())).isEqualTo(200);
    }

    @Test
    void wrongCredentialsAreAnsweredAlikeWhicheverIsWrong() {
        Login login = Login.ofNewUser();
        for (Answer answer : List.of(
                Login.attempt(login.email(), "not the password"),
                Login.attempt("nobody-" + login.email(), login.password()),
                Login.attempt("no address", login.password()))) {
            answer.isProblem(401, "Unauthorized", "The user name or the password is wrong.", "");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    @Test
    void whoeverGuessesAPasswordWaitsAndNobodyElse() {
        Login login = Login.ofNewUser();
        for (int guess = 1; guess <= 6; guess++) {
            assertThat(Login.attempt(login.email(), "guess number " + guess).status())
                    .isEqualTo(401);
        }
        Answer right = Login.attempt(" " + login.email().toUpperCase(Locale.ROOT), login.password());
        right.isProblem(429, "Too Many Requests", "Too many attempts.", "");
        assertThat(Long.parseLong(right.header("Retry-After"))).isBetween(1L, 2L);
        assertThat(right.header("RateLimit")).isEqualTo("\"login-account\";r=0;t=" + right.header("Retry-After"));
        assertThat(right.header("RateLimit-Policy")).isEqualTo("\"login-account\";q=5");
        assertThat(Login.ofNewUser().accessToken()).isNotEmpty();
    }

    @Test
    void withoutATokenAndWithABadOneTheAnswersTellWhich() {
        Answer none = Client.nobody().get(ME);
        none.isProblem(401, "Unauthorized", "An access token is required.", "");
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"alacena\"");
        Answer bad = Client.with("a.b.c").get(ME);
        bad.isProblem(401, "Unauthorized", "The access token is not valid.", "");
        assertThat(bad.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"alacena\", error=\"invalid_token\"");
        Answer scheme = Client.nobody().get(ME, "Authorization", "Basic YTpi");
        assertThat(scheme.status()).isEqualTo(401);
    }

    @Test
    void aRefreshTokenIsGoodOnceAndItsReuseEndsTheSession() throws SQLException {
        Login login = Login.ofNewUser();
        JsonNode second = login.refresh().json();
        JsonNode third = Login.refresh(second.path("refreshToken").asText()).json();
        assertThat(status(third.path("accessToken").asText())).isEqualTo(200);
        assertThat(login.refresh().status()).isEqualTo(401);
        assertThat(status(third.path("accessToken").asText())).isEqualTo(401);
        assertThat(status(second.path("accessToken").asText())).isEqualTo(401);
        assertThat(status(login.accessToken())).isEqualTo(401);
        assertThat(Login.refresh(third.path("refreshToken").asText()).status()).isEqualTo(401);
    }

    @Test
    void anAnswerThatWasLostIsHadAgainAndThereIsOneSuccessorOnly() {
        Login login = Login.ofNewUser();
        List<Answer> answers =
                Stream.generate(login::refresh).limit(8).parallel().toList();
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream()
                        .map(answer -> answer.json().path("refreshToken").asText())
                        .distinct())
                .hasSize(1);
        assertThat(status(answers.get(0).json().path("accessToken").asText())).isEqualTo(200);
    }

    @Test
    void afterTenSecondsARepetitionIsAReuse() throws SQLException {
        Login login = Login.ofNewUser();
        String successor = login.refresh().json().path("refreshToken").asText();
        try (Connection connection = Backends.connect();
                PreparedStatement older = connection.prepareStatement(
                        "update refresh_tokens set spent_at = spent_at - interval '11 seconds' where user_id = ?")) {
            older.setLong(1, login.user());
            assertThat(older.executeUpdate()).isEqualTo(2);
        }
        assertThat(login.refresh().status()).isEqualTo(401);
        assertThat(Login.refresh(successor).status()).isEqualTo(401);
        assertThat(status(login.accessToken())).isEqualTo(401);
    }

    @Test
    void aLogoutEndsThisSessionAndNoOther() {
        Login one = Login.ofNewUser();
        Login other = Login.as(one.email(), one.password());
        assertThat(post(one.client(), "/api/v1/auth/logout").status()).isEqualTo(204);
        assertThat(status(one.accessToken())).isEqualTo(401);
        assertThat(one.refresh().status()).isEqualTo(401);
        assertThat(status(other.accessToken())).isEqualTo(200);
        assertThat(other.refresh().status()).isEqualTo(200);
    }

    @Test
    void aGlobalLogoutEndsThemAllAndALoginRightAfterwardsWorks() {
        Login one = Login.ofNewUser();
        Login other = Login.as(one.email(), one.password());
        assertThat(post(other.client(), "/api/v1/auth/logout-all").status()).isEqualTo(204);
        assertThat(status(one.accessToken())).isEqualTo(401);
        assertThat(status(other.accessToken())).isEqualTo(401);
        assertThat(one.refresh().status()).isEqualTo(401);
        assertThat(status(Login.as(one.email(), one.password()).accessToken())).isEqualTo(200);
    }

    @Test
    void anAdministratorLogsSomebodyOut() {
        Login login = Login.ofNewUser();
        String path = "/api/v1/users/%d/logout-all".formatted(login.user());
        assertThat(post(login.client(), path).status()).isEqualTo(403);
        assertThat(post(new Client(), path).status()).isEqualTo(204);
        assertThat(status(login.accessToken())).isEqualTo(401);
    }

    @Test
    void sessionsAreListedAndEndedByTheirUserAlone() {
        Login one = Login.ofNewUser();
        Login other = Login.as(one.email(), one.password());
        JsonNode list = other.client().get(SESSIONS).json();
        assertThat(list).hasSize(2);
        assertThat(list.path(0).path("current").asBoolean()).isTrue();
        String id = list.path(1).path("id").asText();
        assertThat(Login.ofNewUser().client().delete(SESSIONS + "/" + id).status())
                .isEqualTo(404);
        assertThat(status(one.accessToken())).isEqualTo(200);
        assertThat(other.client().delete(SESSIONS + "/" + id).status()).isEqualTo(204);
        assertThat(status(one.accessToken())).isEqualTo(401);
        assertThat(one.refresh().status()).isEqualTo(401);
        assertThat(other.client().get(SESSIONS).json()).hasSize(1);
    }

    @Test
    void aNewPasswordEndsEverySession() {
        Login login = Login.ofNewUser();
        String body = "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}";
        login.client()
                .put("/api/v1/auth/password", body.formatted("wrong", "another password"))
                .refuses("currentPassword", "is wrong");
        login.client()
                .put("/api/v1/auth/password", body.formatted(login.password(), "short"))
                .refuses("newPassword", "must be 12 to 128 characters, none of them a control character");
        assertThat(login.client()
                        .put("/api/v1/auth/password", body.formatted(login.password(), "another password"))
                        .status())
                .isEqualTo(204);
        assertThat(status(login.accessToken())).isEqualTo(401);
        assertThat(Login.attempt(login.email(), login.password()).status()).isEqualTo(401);
        assertThat(Login.attempt(login.email(), "another password").status()).isEqualTo(200);
    }

    @Test
    void whoIsDeactivatedOrTakenOutIsOutAtOnce() {
        Login one = Login.ofNewUser();
        String name = one.email().replace("@example.com", "");
        String inactive = Client.user(name).replace("}", ",\"active\":false}");
        assertThat(new Client().put("/api/v1/users/" + one.user(), inactive).status())
                .isEqualTo(200);
        assertThat(status(one.accessToken())).isEqualTo(401);
        assertThat(one.refresh().status()).isEqualTo(401);
        assertThat(Login.attempt(one.email(), one.password()).status()).isEqualTo(401);
        Login other = Login.ofNewUser();
        assertThat(new Client().delete("/api/v1/users/" + other.user()).status())
                .isEqualTo(204);
        assertThat(status(other.accessToken())).isEqualTo(401);
        assertThat(other.refresh().status()).isEqualTo(401);
    }

    @Test
    void usersChangeThemselvesAndNobodyElse() {
        Login one = Login.ofNewUser();
        String name = one.email().replace("@example.com", "");
        assertThat(one.client()
                        .put("/api/v1/users/" + one.user(), Client.user(name))
                        .status())
                .isEqualTo(200);
        Login other = Login.ofNewUser();
        other.client()
                .put("/api/v1/users/" + one.user(), Client.user(name))
                .isProblem(403, "Forbidden", "This is not allowed to the caller.", "");
        assertThat(other.client().post(Client.user(Client.unusedName())).status())
                .isEqualTo(403);
        assertThat(other.client().get("/api/v1/cache/stats").status()).isEqualTo(403);
    }

    @Test
    void onlyAdministratorsChangeAnAddressAndWhoTakesPart() {
        Login one = Login.ofNewUser();
        String path = "/api/v1/users/" + one.user();
        String same = Client.user(one.email().replace("@example.com", ""));
        String inactive = same.replace("}", ",\"active\":false}");
        String other = same.replace("@example.com", "@example.net");
        for (String refused : List.of(inactive, other)) {
            one.client().put(path, refused).isProblem(403, "Forbidden", "This is not allowed to the caller.", "");
            assertThat(new Client().put(path, refused).status()).isEqualTo(200);
            assertThat(new Client()
                            .put(path, same.replace("}", ",\"active\":true}"))
                            .status())
                    .isEqualTo(200);
            one = Login.as(one.email(), one.password());
        }
        assertThat(new Client().put(path, inactive).status()).isEqualTo(200);
        assertThat(new Client().put(path, same).json().path("active").asBoolean())
                .isFalse();
    }

    @Test
    void whoeverGuessesTheCurrentPasswordWaits() {
        Login login = Login.ofNewUser();
        String body = "{\"currentPassword\":\"%s\",\"newPassword\":\"another password\"}";
        for (int guess = 1; guess <= 6; guess++) {
            login.client()
                    .put("/api/v1/auth/password", body.formatted("guess number " + guess))
                    .refuses("currentPassword", "is wrong");
        }
        login.client()
                .put("/api/v1/auth/password", body.formatted(login.password()))
                .isProblem(429, "Too Many Requests", "Too many attempts.", "");
        assertThat(Login.attempt(login.email(), login.password()).status()).isEqualTo(429);
    }

    @Test
    void thePublicKeysArePublished() {
        Answer keys = Client.nobody().get("/.well-known/jwks.json");
        assertThat(keys.status()).isEqualTo(200);
        assertThat(keys.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(keys.json().path("keys").path(0).path("alg").asText()).isEqualTo("ES256");
        assertThat(keys.body()).doesNotContain("\"d\"");
    }
}
