package dev.alacena.web.http;

import dev.alacena.api.security.RevocationsUnavailableException;
import dev.alacena.api.security.SessionsUnavailableException;
import dev.alacena.domain.database.Outage;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Answers every failure with a {@link Problem}. */
@Provider
public final class Problems implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(Problems.class.getName());
    static final int SECONDS_TO_RETRY = 5;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException refused) {
            return refused(refused.getResponse());
        }
        if (Outage.isCauseOf(failure)) {
            LOG.log(Level.WARNING, "The database is not available: {0}", failure.toString());
            return unavailable("The database is not available.");
        }
        if (isUnsure(failure)) {
            LOG.log(Level.WARNING, "Revocations or sessions cannot be asked for: {0}", failure.toString());
            return unavailable("Whether the access token is revoked cannot be told now.");
        }
        LOG.log(Level.ERROR, "A request failed", failure);
        return Problem.of(500, "The request failed; the log of the server tells why.")
                .toResponse()
                .build();
    }

    private static Response unavailable(String detail) {
        return Problem.of(503, detail)
                .toResponse()
                .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_RETRY)
                .build();
    }

    /** Closed when unsure; beans wrap what they throw. */
    private static boolean isUnsure(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RevocationsUnavailableException || cause instanceof SessionsUnavailableException) {
                return true;
            }
        }
        return false;
    }

    /** What the server itself refuses has no body, or one of the server's own. */
    private static Response refused(Response response) {
        if (response.getStatus() < 400 || response.getEntity() instanceof Problem) {
            return response;
        }
        Response.ResponseBuilder problem =
                Problem.of(response.getStatus(), detail(response.getStatus())).toResponse();
        String allowed = response.getHeaderString(HttpHeaders.ALLOW);
        return allowed == null
                ? problem.build()
                : problem.header(HttpHeaders.ALLOW, allowed).build();
    }

    static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing here.";
            case 405 -> "This path does not know the method.";
            case 406 -> "This can be had as application/json only.";
            case 415 -> "The body must be application/json.";
            default -> "The request was refused.";
        };
    }
}
