package dev.alacena.web.http;

import jakarta.ws.rs.WebApplicationException;
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

    /** 403: not from there. */
    static Refusal remote() {
        return new Refusal(
                Response.Status.FORBIDDEN.getStatusCode(),
                "Only this machine is served; see web.allow-remote.",
                List.of());
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
