package dev.alacena.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing gets past that is not as documented. */
class ContractTest {

    private static final String PATH = "/api/v1/users/42";
    private static final String USER =
            """
            {"id":42,"username":"user42","email":"user42@example.org","fullName":"User","active":true,\
            "createdAt":"2026-01-02T03:04:05Z","updatedAt":"2026-01-02T03:04:05Z"}""";
    private static final String MISSING =
            """
            {"type":"about:blank","title":"Not Found","status":404,"detail":"There is no such user."}""";
    private static final Map<String, List<String>> HEADERS = Map.of(
            "content-type", List.of("application/json"),
            "date", List.of("Fri, 02 Jan 2026 03:04:05 GMT"),
            "etag", List.of("\"0123456789012345678901\""),
            "cache-control", List.of("private, no-cache"),
            "vary", List.of("Authorization"),
            "x-cache", List.of("HIT"),
            "x-cache-time", List.of("0.000123"),
            "cache-status", List.of("users; hit; ttl=871; detail=level-2"),
            "age", List.of("29"));
    private static final Map<String, List<String>> PROBLEM =
            Map.of("content-type", List.of("application/problem+json"));

    private final Contract contract = new Contract(Document.read());

    private List<String> breaches(String method, int status, Map<String, List<String>> headers, String body) {
        return contract.breaches(new Served(method, PATH, status, headers, body));
    }

    private static Map<String, List<String>> with(String header, String value) {
        Map<String, List<String>> headers = new HashMap<>(HEADERS);
        headers.put(header, List.of(value));
        return headers;
    }

    private static Map<String, List<String>> without(String header) {
        Map<String, List<String>> headers = new HashMap<>(HEADERS);
        headers.remove(header);
        return headers;
    }

    @Test
    void whatIsAsDocumentedIsLetThrough() {
        assertThat(breaches("GET", 200, HEADERS, USER)).isEmpty();
        assertThat(breaches("GET", 304, HEADERS, "")).isEmpty();
        assertThat(breaches("HEAD", 200, HEADERS, "")).isEmpty();
        assertThat(breaches("GET", 404, PROBLEM, MISSING)).isEmpty();
        assertThat(breaches("DELETE", 204, Map.of(), "")).isEmpty();
    }

    @Test
    void whatIsNoPathOfTheDocumentIsLetThrough() {
        assertThat(contract.breaches(new Served("GET", "/nothing", 404, PROBLEM, MISSING)))
                .isEmpty();
        assertThat(contract.breaches(new Served("GET", PATH + "/nothing", 599, PROBLEM, "")))
                .isEmpty();
    }

    @Test
    void aStatusThatIsNotDocumentedIsFound() {
        assertThat(breaches("GET", 500, PROBLEM, MISSING)).containsExactly("the status 500 is not that of any answer");
        assertThat(breaches("GET", 409, PROBLEM, MISSING)).isNotEmpty();
        assertThat(breaches("PATCH", 200, HEADERS, USER)).containsExactly("unknown method");
    }

    @Test
    void aWrongBodyIsFound() {
        for (String body : List.of(
                "",
                "nonsense",
                "{}",
                "[" + USER + "]",
                USER + USER,
                USER.replace("42,", "\"42\","),
                USER.replace("\"active\":true,", ""),
                USER.replace("\"active\"", "\"password\":\"x\",\"active\""),
                USER.replace("05Z", "05"),
                USER.replace("user42@", "user42"))) {
            assertThat(breaches("GET", 200, HEADERS, body)).as(body).isNotEmpty();
        }
        assertThat(breaches("GET", 304, HEADERS, USER)).isNotEmpty();
        assertThat(breaches("DELETE", 204, Map.of(), USER)).isNotEmpty();
    }

    @Test
    void aProblemOfAnotherStatusIsFound() {
        assertThat(breaches("GET", 403, PROBLEM, MISSING)).isNotEmpty();
        assertThat(breaches("GET", 404, PROBLEM, MISSING.replace("about:blank", "urn:x")))
                .isNotEmpty();
    }

    @Test
    void anotherMediaTypeIsFound() {
        assertThat(breaches("GET", 200, with("content-type", "text/html"), USER))
                .isNotEmpty();
        assertThat(breaches("GET", 404, HEADERS, MISSING)).isNotEmpty();
    }

    @Test
    void headersThatAreMissingUndeclaredOrWrongAreFound() {
        for (String header : List.of("etag", "cache-control", "vary", "x-cache", "x-cache-time")) {
            assertThat(breaches("GET", 200, without(header), USER))
                    .containsExactly("the header %s is missing".formatted(header));
        }
        assertThat(breaches("GET", 200, with("x-powered-by", "x"), USER))
                .containsExactly("the header x-powered-by is not documented");
        assertThat(breaches("GET", 200, with("age", "soon"), USER)).hasSize(1);
        assertThat(breaches("GET", 200, with("x-cache", "PERHAPS"), USER)).hasSize(1);
        assertThat(breaches("GET", 200, with("etag", "W/\"7\""), USER)).hasSize(1);
        assertThat(breaches("GET", 200, without("age"), USER)).isEmpty();
    }

    @Test
    void theMoreExactPathIsTheOneThatAnswers() {
        Served sessions = new Served("GET", "/api/v1/auth/sessions", 200, HEADERS, "[]");
        assertThat(contract.breaches(sessions)).isNotEmpty();
        Served byEmail = new Served("GET", "/api/v1/users/by-email/user42@example.org", 200, HEADERS, USER);
        assertThat(contract.breaches(byEmail)).isEmpty();
    }
}
