package dev.alacena.web.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error, as RFC 9457 writes it.
 *
 * @param type {@code about:blank}: the status says it all
 * @param title the name of the status
 * @param status the status
 * @param detail what happened to this request; nothing of the inside
 * @param errors the fields that are wrong, ordered by name; left out when there are none
 */
record Problem(String type, String title, int status, String detail, @Nullable List<FieldError> errors) {

    static final MediaType JSON = new MediaType("application", "problem+json");

    static Problem of(int status, String detail, List<FieldError> errors) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Error" : known.getReasonPhrase();
        return new Problem("about:blank", title, status, detail, errors.isEmpty() ? null : List.copyOf(errors));
    }

    static Problem of(int status, String detail) {
        return of(status, detail, List.of());
    }

    Response.ResponseBuilder toResponse() {
        return Response.status(status).type(JSON).entity(this);
    }
}
