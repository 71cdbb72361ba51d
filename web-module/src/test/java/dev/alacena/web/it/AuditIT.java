package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever concerns security leaves one line in the server's log: who, what, from where, when, and no secret. */
@Timeout(60)
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AuditIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WRONG = "canary of a wrong password";
    private static final String NEXT = "canary of the next password";

    private final ServerLog log = new ServerLog();
    private final Client admin = Client.with(Login.administrator().accessToken());
    private final String administrator = Long.toString(Login.administrator().user());
    private final Login ana = Login.ofNewUser();
    private final String id = Long.toString(ana.user());
    private final String session = session(ana);
    private final List<Login> logins = new ArrayList<>(List.of(ana));
    private final List<String> texts = new ArrayList<>();

    /** One line without its time and its address. */
    private record Line(String event, String who, String what) {}

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    /** The lines of what is done. */
    private List<Line> lines(Runnable deed) {
        Instant begin = Instant.now();
        log.mark();
        deed.run();
        List<String> lines = log.holding("{\"audit\":");
        texts.addAll(lines);
        return lines.stream().map(line -> line(line, begin)).toList();
    }

    private static Line line(String text, Instant begin) {
        try {
            JsonNode line = JSON.readTree(text.substring(text.indexOf('{')));
            assertThat(line.path("from").asText()).isEqualTo("127.0.0.1");
            assertThat(Instant.parse(line.path("when").asText()))
                    .isBetween(begin.minus(Duration.ofMillis(1)), Instant.now());
            assertThat(line).hasSize(5);
            return new Line(
                    line.path("audit").asText(),
                    line.path("who").asText(),
                    line.path("what").asText());
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    /** The id of the session of a login. */
    private static String session(Login login) {
        return login.client()
                .get("/api/v1/auth/me")
                .json()
                .path("session")
                .path("id")
                .asText();
    }

    private Login another() {
        Login login = Login.as(ana.email(), ana.password());
        logins.add(login);
        return login;
    }

    private static void post(Client client, String path) {
        client.send("POST", path, BodyPublishers.noBody());
    }

    private void changePassword(String current, String next) {
        ana.client()
                .put(
                        "/api/v1/auth/password",
                        "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(current, next));
    }

    @AfterEach
    void noLineHoldsASecret() {
        Stream<String> tokens = logins.stream().flatMap(login -> Stream.of(login.accessToken(), login.refreshToken()));
        Canaries canaries =
                new Canaries(Stream.concat(tokens, Stream.of(ana.password(), WRONG, NEXT, "canary as a name"))
                        .toArray(String[]::new));
        texts.forEach(line -> canaries.look("the audit log", line));
        assertThat(canaries.found()).isEmpty();
    }

    @Test
    void aLoginNamesTheUserAndTheSessionThatBegins() {
        List<Line> lines = lines(this::another);
        assertThat(lines).containsExactly(new Line("LOGIN", id, session(logins.get(1))));
    }

    @Test
    void aLoginThatFailedNamesTheAccountAndNothingThatWasTypedIntoTheWrongField() {
        assertThat(lines(() -> Login.attempt(ana.email(), WRONG)))
                .containsExactly(new Line("LOGIN_FAILED", "", ana.email()));
        assertThat(lines(() -> Login.attempt("canary as a name", WRONG)))
                .containsExactly(new Line("LOGIN_FAILED", "", "no address"));
    }

    @Test
    void whoIsSlowedDownIsNamed() {
        List<Line> lines = lines(() -> IntStream.range(0, 9).forEach(guess -> Login.attempt(ana.email(), WRONG)));
        assertThat(lines)
                .hasSize(9)
                .startsWith(new Line("LOGIN_FAILED", "", ana.email()))
                .contains(new Line("LOGIN_DELAYED", "", ana.email()));
    }

    @Test
    void aRefreshTokenThatIsUsedAgainNamesItsUserAndTheSessionThatEnds() {
        String next = ana.refresh().json().path("refreshToken").asText();
        Login.refresh(next);
        assertThat(lines(ana::refresh)).containsExactly(new Line("REFRESH_REUSED", id, session));
    }

    @Test
    void theEndOfASessionNamesItAndHowItEnded() {
        Login second = another();
        assertThat(lines(() -> second.client().delete("/api/v1/auth/sessions/" + session)))
                .containsExactly(new Line("SESSION_ENDED", id, session));
        Login third = another();
        String its = session(third);
        assertThat(lines(() -> post(third.client(), "/api/v1/auth/logout")))
                .containsExactly(new Line("LOGOUT", id, its));
        assertThat(lines(() -> post(second.client(), "/api/v1/auth/logout-all")))
                .containsExactly(new Line("LOGOUT_ALL", id, id));
        assertThat(lines(() -> post(admin, "/api/v1/users/" + id + "/logout-all")))
                .containsExactly(new Line("LOGOUT_ALL", administrator, id));
    }

    @Test
    void aNewPasswordIsAsOneThatIsRefused() {
        assertThat(lines(() -> changePassword(WRONG, NEXT))).containsExactly(new Line("PASSWORD_REFUSED", id, id));
        assertThat(lines(() -> changePassword(ana.password(), NEXT)))
                .containsExactly(new Line("PASSWORD_CHANGED", id, id));
    }

    @Test
    void aRevokedTokenNamesWhoseItIsAndAForgedOneNobody() throws Exception {
        post(ana.client(), "/api/v1/auth/logout");
        assertThat(lines(() -> ana.client().get("/api/v1/users")))
                .containsExactly(new Line("TOKEN_REFUSED", id, "revoked"));
        for (String forged : new Forgery().all(ana.user())) {
            assertThat(lines(() -> Client.with(forged).get("/api/v1/users")))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.event()).isEqualTo("TOKEN_REFUSED");
                        assertThat(line.who()).isEmpty();
                    });
        }
    }

    @Test
    void everyRefusalOfWhatIsTheAdministratorsOrAnothersNamesTheCaller() {
        assertThat(lines(() -> ana.client().get("/api/v1/cache/stats")))
                .containsExactly(new Line("ACCESS_REFUSED", id, "GET /api/v1/cache/stats"));
        String other = "/api/v1/stats/users/" + administrator;
        assertThat(lines(() -> ana.client().get(other)))
                .containsExactly(new Line("ACCESS_REFUSED", id, "GET " + other));
        String post = "/api/v1/posts/"
                + admin.post("/api/v1/posts", "{\"title\":\"A post\",\"content\":\"Text\"}")
                        .json()
                        .path("id")
                        .asText();
        assertThat(lines(() -> ana.client().delete(post)))
                .containsExactly(new Line("ACCESS_REFUSED", id, "DELETE " + post));
    }

    @Test
    void whatAnAdministratorDoesToUsersIsThere() {
        String name = Client.unusedName();
        List<Line> created = lines(() -> admin.newUser(name));
        assertThat(created).singleElement().satisfies(line -> {
            assertThat(line.event()).isEqualTo("USER_CREATED");
            assertThat(line.who()).isEqualTo(administrator);
        });
        String user = created.get(0).what();
        assertThat(lines(() -> admin.put("/api/v1/users/" + user, Client.user(name))))
                .containsExactly(new Line("USER_CHANGED", administrator, user));
        assertThat(lines(() -> admin.delete("/api/v1/users/" + user)))
                .containsExactly(new Line("USER_DELETED", administrator, user));
    }

    @Test
    void whatIsDoneToTheCacheByHandIsThere() {
        for (String what : List.of("invalidate users:1", "invalidate-pattern users:2*", "invalidate-tag users")) {
            assertThat(lines(() -> post(admin, "/api/v1/cache/" + what.replace(' ', '/'))))
                    .containsExactly(new Line("CACHE_ADMINISTERED", administrator, what));
        }
        assertThat(lines(() -> post(admin, "/api/v1/cache/clear")))
                .containsExactly(new Line("CACHE_ADMINISTERED", administrator, "clear"));
        assertThat(lines(() -> post(ana.client(), "/api/v1/users/" + id + "/cache/invalidate")))
                .containsExactly(new Line("CACHE_ADMINISTERED", id, "user " + id));
        assertThat(lines(() -> post(ana.client(), "/api/v1/stats/users/" + id + "/invalidate")))
                .singleElement()
                .extracting(Line::event)
                .isEqualTo("CACHE_ADMINISTERED");
    }
}
