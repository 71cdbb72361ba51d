package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The headers of answers where the caches are to be silent, and pages of one other origin may call. */
@Timeout(60)
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class HeadersIT {

    private static final String USERS = "/api/v1/users";

    private static final String APP = "https://app.example.org";

    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private static final List<String> OF_THE_CACHES = List.of("X-Cache", "X-Cache-Time", "Cache-Status", "Age");

    private final Client client = new Client();

    @Deployment(testable = false)
    static WebArchive war() {
        String settings =
                """
                # above the settings that all tests share
                config_ordinal=500
                web.cache-headers=false
                web.cors.origins=https://app.example.org
                """;
        return Wars.alacena().addAsResource(new StringAsset(settings), "META-INF/microprofile-config.properties");
    }

    private Answer get(String path, String... headers) {
        return client.sendToTheServer("GET", path, BodyPublishers.noBody(), headers);
    }

    @Test
    void noAnswerTellsWhatTheCachesHadWhereTheyAreToBeSilent() {
        String user = USERS + "/" + client.newUser(Client.unusedName());
        String statistics = user.replace("users", "stats/users");
        for (String path : List.of(user, user, USERS + "?limit=1", user + "/tasks", statistics)) {
            Answer answer = get(path);
            assertThat(answer.status()).isEqualTo(200);
            for (String header : OF_THE_CACHES) {
                assertThat(answer.header(header)).as(header).isEmpty();
            }
        }
        assertThat(get(user).header("ETag")).isNotEmpty();
        assertThat(get(user).header("Cache-Control")).isEqualTo("private, no-cache");
    }

    /** Beside what is right: what resources, JAX-RS and the server itself refuse. */
    private Map<String, Answer> everyKind() {
        Client nobody = Client.nobody();
        String text = "text/plain";
        BodyPublisher none = BodyPublishers.noBody();
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("200", get(USERS));
        answers.put("200 to everybody", nobody.get("/.well-known/jwks.json"));
        answers.put("200 of the document", nobody.get("/api/v1/openapi"));
        answers.put("200 without a body", client.sendToTheServer("HEAD", USERS, none));
        String me = USERS + "/" + Login.administrator().user();
        answers.put("304", get(me, "If-None-Match", get(me).header("ETag")));
        answers.put("204", client.sendToTheServer("OPTIONS", USERS, none));
        answers.put("400", get(USERS + "?limit=none"));
        answers.put("401", nobody.get(USERS));
        answers.put("403", Login.ofNewUser().client().get("/api/v1/cache/stats"));
        answers.put("404", get(USERS + "/999999999999999999"));
        answers.put("404 of no resource", get("/nothing/here"));
        answers.put("405", client.sendToTheServer("DELETE", USERS, none));
        answers.put("406", client.sendToTheServer("GET", USERS, none, "Accept", text));
        answers.put("415", client.sendToTheServer("POST", USERS, BodyPublishers.ofString("-"), "Content-Type", text));
        return answers;
    }

    @Test
    void answersOfEveryKindTellBrowsersToDoNothingWithThemAndCachesThatOriginsCount() {
        everyKind().forEach((kind, answer) -> {
            assertThat(answer.status()).as(kind).isEqualTo(Integer.parseInt(kind.substring(0, 3)));
            assertThat(answer.header("X-Content-Type-Options")).as(kind).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).as(kind).contains("frame-ancestors 'none'");
            assertThat(answer.header("Referrer-Policy")).as(kind).isEqualTo("no-referrer");
            assertThat(answer.header("Access-Control-Allow-Origin")).as(kind).isEmpty();
            assertThat(answer.header("X-Powered-By")).as(kind).isEmpty();
            assertThat(answer.response().headers().allValues("Vary"))
                    .as(kind)
                    .anyMatch(values -> values.contains("Origin"));
        });
    }

    @Test
    void aPageOfTheAllowedOriginAsksWithoutATokenWhetherItMayAndReadsTheAnswers() {
        Answer preflight = preflight(APP);
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header(ALLOWED)).isEqualTo(APP);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("DELETE");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Authorization");
        for (Answer answer : List.of(
                get(USERS, "Origin", APP),
                Client.nobody().get(USERS, "Origin", APP),
                get("/nothing/here", "Origin", APP))) {
            assertThat(answer.header(ALLOWED)).isEqualTo(APP);
            assertThat(answer.response().headers().allValues("Vary")).anyMatch(values -> values.contains("Origin"));
            assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag");
            assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        }
    }

    @Test
    void pagesOfOtherOriginsAreAllowedNothing() {
        for (String other : List.of("https://app.example.org.evil.example", "http://app.example.org", "null")) {
            assertThat(preflight(other).response().headers().map().keySet())
                    .noneMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("access-control-"));
            assertThat(get(USERS, "Origin", other).header(ALLOWED)).isEmpty();
        }
    }

    private static Answer preflight(String origin) {
        return Client.nobody()
                .sendToTheServer(
                        "OPTIONS",
                        USERS,
                        BodyPublishers.noBody(),
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        "DELETE",
                        "Access-Control-Request-Headers",
                        "authorization");
    }
}
