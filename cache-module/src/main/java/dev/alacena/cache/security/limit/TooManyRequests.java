package dev.alacena.cache.security.limit;

import dev.alacena.api.limit.Verdict;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** A refusal as Problem Details (RFC 9457), written without the application's way to JSON. */
final class TooManyRequests {
    private static final MediaType PROBLEM = new MediaType("application", "problem+json");
    private static final String BODY = "{\"type\":\"about:blank\",\"title\":\"Too Many Requests\",\"status\":429,"
            + "\"detail\":\"There were too many requests; try again in %d s.\"}";

    private TooManyRequests() {}

    static Response of(Verdict verdict) {
        return Response.status(Response.Status.TOO_MANY_REQUESTS)
                .type(PROBLEM)
                .header(HttpHeaders.RETRY_AFTER, verdict.retryAfter())
                .entity(BODY.formatted(verdict.retryAfter()).getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
