package dev.alacena.web.openapi;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/**
 * What came back for a request.
 *
 * @param method of the request
 * @param path of the request, as it was sent, without the query
 * @param status of the answer
 * @param headers of the answer, with names in lower case
 * @param body of the answer
 */
public record Served(String method, String path, int status, Map<String, List<String>> headers, String body) {

    public static Served of(HttpResponse<String> response) {
        return new Served(
                response.request().method(),
                response.uri().getRawPath(),
                response.statusCode(),
                response.headers().map(),
                response.body());
    }

    boolean isBodyExpected() {
        return !method.equals("HEAD");
    }

    /** The media type without its parameters; empty if there is none. */
    String mediaType() {
        return headers.getOrDefault("content-type", List.of(""))
                .get(0)
                .split(";", 2)[0]
                .strip();
    }
}
