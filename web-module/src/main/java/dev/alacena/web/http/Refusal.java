package dev.alacena.web.http;

import dev.alacena.api.limit.Verdict;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;

/** A request that is answered with a problem which the client can mend. */
public final class Refusal extends WebApplicationException {

    private static final long serialVersionUID = 1;

    private Refusal(int status, String detail, List<FieldError> errors) {
        super(
                detail,
                Problem.of(
                                status,
                                detail,
                                errors.stream()
                                        .sorted(Comparator.comparing(FieldError::field))
                                        .toList())
                        .toResponse()
                        .build());
    }

    private Refusal(Response response) {
        super(response);
    }

    /** 400: these fields are wrong. */
    public static Refusal of(List<FieldError> errors) {
        return new Refusal(Response.Status.BAD_REQUEST.getStatusCode(), "The request has invalid fields.", errors);
    }

    /** 400: this field is wrong. */
    public static Refusal of(String field, String message) {
        return of(List.of(new FieldError(field, message)));
    }

    /** 400: this is not the body that is wanted. */
    static Refusal ofBody(String detail) {
        return new Refusal(Response.Status.BAD_REQUEST.getStatusCode(), detail, List.of());
    }

    /** 413: more than is read. */
    static Refusal tooLarge(int limit) {
        String detail = "The body has more than %d bytes.".formatted(limit);
        return new Refusal(Response.Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode(), detail, List.of());
    }

    /** 401: no token, or one that is not right (RFC 6750, section 3). */
    public static Refusal unauthorized(boolean tokenSent) {
        String detail = tokenSent ? "The access token is not valid." : "An access token is required.";
        String challenge = "Bearer realm=\"alacena\"" + (tokenSent ? ", error=\"invalid_token\"" : "");
        return new Refusal(Problem.of(Response.Status.UNAUTHORIZED.getStatusCode(), detail)
                .toResponse()
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }

    /** 401: wrong credentials, whichever they were. */
    public static Refusal badCredentials(String detail) {
        return new Refusal(Problem.of(Response.Status.UNAUTHORIZED.getStatusCode(), detail)
                .toResponse()
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"alacena\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }

    /** 403: the caller may not do this. */
    public static Refusal forbidden() {
        return new Refusal(Response.Status.FORBIDDEN.getStatusCode(), "This is not allowed to the caller.", List.of());
    }

    /** 429: try again later. */
    public static Refusal tooMany(String detail, long seconds) {
        return new Refusal(Problem.of(Response.Status.TOO_MANY_REQUESTS.getStatusCode(), detail)
                .toResponse()
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build());
    }

    /** 429: a growing delay stands; its quota has no window, since that grows. */
    public static Refusal tooMany(String detail, String limit, Verdict verdict) {
        Refusal refusal = tooMany(detail, verdict.retryAfter());
        MultivaluedMap<String, Object> headers = refusal.getResponse().getHeaders();
        headers.putSingle("RateLimit-Policy", "\"%s\";q=%d".formatted(limit, verdict.quota()));
        headers.putSingle("RateLimit", "\"%s\";r=%d;t=%d".formatted(limit, verdict.remaining(), verdict.retryAfter()));
        return refusal;
    }

    /** 503: what this takes does not answer. */
    public static Refusal unavailable(String detail) {
        return new Refusal(Problem.of(Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), detail)
                .toResponse()
                .header(HttpHeaders.RETRY_AFTER, Problems.SECONDS_TO_RETRY)
                .build());
    }

    /** 404: there is no such thing. */
    public static Refusal missing(String detail) {
        return new Refusal(Response.Status.NOT_FOUND.getStatusCode(), detail, List.of());
    }

    /** 409: these fields are somebody else's. */
    public static Refusal taken(List<String> fields) {
        List<FieldError> errors =
                fields.stream().map(field -> new FieldError(field, "is taken")).toList();
        return new Refusal(Response.Status.CONFLICT.getStatusCode(), "Another one has the same.", errors);
    }
}
