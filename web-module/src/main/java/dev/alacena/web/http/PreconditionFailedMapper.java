package dev.alacena.web.http;

import dev.alacena.domain.precondition.PreconditionFailed;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A change of what somebody else has changed meanwhile is 412. */
@Provider
public final class PreconditionFailedMapper implements ExceptionMapper<PreconditionFailed> {

    @Override
    public Response toResponse(PreconditionFailed refused) {
        return Problem.of(
                        Response.Status.PRECONDITION_FAILED.getStatusCode(),
                        "It has been changed since it was read: read it again.")
                .toResponse()
                .build();
    }
}
