package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** What came back, with the questions that tests ask of it. */
record Answer(int status, String body, HttpResponse<String> response) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body(), response);
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("Not JSON: " + body, malformed);
        }
    }

    /** The value of a header, or an empty text. */
    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The body is exactly this problem; {@code errors} is the text of its member, or empty. */
    void isProblem(int expected, String title, String detail, String errors) {
        String members = errors.isEmpty() ? "" : ",\"errors\":" + errors;
        assertThat(body)
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"%s}"
                        .formatted(title, expected, detail, members));
        assertThat(status).isEqualTo(expected);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
    }

    /** A 400 that names one field. */
    void refuses(String field, String message) {
        isProblem(
                400,
                "Bad Request",
                "The request has invalid fields.",
                "[{\"field\":\"%s\",\"message\":\"%s\"}]".formatted(field, message));
    }
}
