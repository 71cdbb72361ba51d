package dev.alacena.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alacena.web.openapi.Document;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages of the origins that are named read answers, those of others do not. */
class CrossOriginTest {

    private static final String APP = "https://app.example.org";

    /** What browsers show to every page, and what is for caches and proxies alone. */
    private static final Set<String> NOT_EXPOSED = Set.of("Cache-Control", "Pragma", "Vary", "X-Accel-Buffering");

    private static Exchange exchange(String origins, String method, String... headers) {
        Map<String, String> sent = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            sent.put(headers[i], headers[i + 1]);
        }
        Exchange exchange = new Exchange(method, "/api/users", true, sent);
        try {
            new CrossOrigin(origins).doFilter(exchange.request(), exchange.response(), exchange.chain());
        } catch (IOException | ServletException impossible) {
            throw new IllegalStateException(impossible);
        }
        return exchange;
    }

    /** What comes after the filter says that answers vary with something else, too. */
    @Test
    void whoeverWritesVaryAfterwardsDoesNotTakeTheOriginAway() throws IOException, ServletException {
        for (String origin : List.of(APP, "https://other.example.org")) {
            Exchange exchange = new Exchange("GET", "/api/users", true, Map.of("Origin", origin));
            FilterChain chain = (request, response) -> {
                ((HttpServletResponse) response).setHeader("vary", "Authorization");
                ((HttpServletResponse) response).setHeader("Link", "</first>");
                ((HttpServletResponse) response).setHeader("Link", "</last>");
            };
            new CrossOrigin(APP).doFilter(exchange.request(), exchange.response(), chain);
            assertThat(exchange.headers)
                    .containsEntry("Vary", "Origin, Authorization")
                    .containsEntry("Link", "</last>");
        }
    }

    private static Exchange get(String origins, String origin) {
        return exchange(origins, "GET", "Origin", origin);
    }

    private static Exchange preflight(String origin) {
        return exchange(APP, "OPTIONS", "Origin", origin, "Access-Control-Request-Method", "PUT");
    }

    @Test
    void nobodyReadsByDefault() {
        Exchange exchange = get("", APP);
        assertThat(exchange.headers).isEmpty();
        assertThat(exchange.passedOn()).isEqualTo(1);
    }

    @Test
    void theOriginThatIsNamedReads() {
        Exchange exchange = get("https://other.example.org, " + APP, APP);
        assertThat(exchange.headers)
                .containsEntry("Access-Control-Allow-Origin", APP)
                .containsEntry("Vary", "Origin")
                .containsKey("Access-Control-Expose-Headers");
        assertThat(exchange.passedOn()).isEqualTo(1);
    }

    @Test
    void itReadsEveryHeaderThatTheDocumentTellsOf() {
        Set<String> told = new TreeSet<>(Set.of("Allow"));
        JsonNode document = Document.read();
        Stream.of("/paths", "/components/responses")
                .flatMap(part -> document.at(part).findValues("headers").stream())
                .forEach(headers -> headers.fieldNames().forEachRemaining(told::add));
        told.removeAll(NOT_EXPOSED);
        assertThat(get(APP, APP).headers.get("Access-Control-Expose-Headers").split(", "))
                .containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void anOriginIsNamedInWhateverCase() {
        assertThat(get("HTTPS://App.Example.org", APP).headers).containsEntry("Access-Control-Allow-Origin", APP);
    }

    @Test
    void anotherOriginDoesNotAndCachesKnowIt() {
        for (String other : List.of(
                "null",
                "*",
                "",
                "http://app.example.org",
                "https://app.example.org:8443",
                "https://app.example.org.evil.example",
                "https://evil.example/https://app.example.org",
                "https://appXexample.org",
                "https://app.example.org,https://other.example.org")) {
            Exchange exchange = get(APP, other);
            assertThat(exchange.headers).as(other).isEqualTo(Map.of("Vary", "Origin"));
            assertThat(exchange.passedOn()).isEqualTo(1);
        }
        assertThat(exchange(APP, "GET").headers).isEqualTo(Map.of("Vary", "Origin"));
    }

    @Test
    void aPreflightIsAnsweredHereAndOnlyToTheOriginThatIsNamed() {
        Exchange asked = preflight(APP);
        assertThat(asked.status()).isEqualTo(204);
        assertThat(asked.passedOn()).isZero();
        assertThat(asked.headers)
                .containsEntry("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE")
                .containsEntry(
                        "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, If-Match, If-None-Match, Last-Event-ID, X-Time-Zone");
        Exchange other = preflight("https://evil.example");
        assertThat(other.headers).isEqualTo(Map.of("Vary", "Origin"));
        assertThat(other.passedOn()).isEqualTo(1);
    }

    @Test
    void optionsWithoutAQuestionAreNoPreflight() {
        assertThat(exchange(APP, "OPTIONS", "Origin", APP).passedOn()).isEqualTo(1);
    }

    @Test
    void credentialsOfTheBrowserAreNeverAllowed() {
        for (Exchange exchange : List.of(get(APP, APP), preflight(APP))) {
            assertThat(exchange.headers).doesNotContainKey("Access-Control-Allow-Credentials");
            assertThat(exchange.headers.values()).doesNotContain("*");
        }
    }

    @Test
    void whatIsNoOriginIsRefused() {
        for (String wrong : List.of(
                "*",
                "null",
                "app.example.org",
                APP + "/",
                APP + "/path",
                "https://*.example.org/",
                "ftp://example.org")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CrossOrigin(APP + "," + wrong))
                    .withMessageContaining("web.cors.origins");
        }
        assertThat(CrossOrigin.origins(" , http://[::1]:8080 ,, " + APP))
                .containsExactlyInAnyOrder("http://[::1]:8080", APP);
    }
}
