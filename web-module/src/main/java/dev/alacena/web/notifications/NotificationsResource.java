package dev.alacena.web.notifications;

import dev.alacena.api.event.Events;
import dev.alacena.web.auth.Requester;
import dev.alacena.web.http.Input;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What concerns the caller, as it happens. */
@Path("api/v1/notifications")
@RequestScoped
public class NotificationsResource {

    private static final long MOST = 999_999_999_999_999_999L;

    @Inject
    Streams streams;

    @Context
    @SuppressWarnings("NullAway.Init")
    SecurityContext security;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /**
     * A stream that stays open. JAX-RS has let the caller in and put the answer off; what is written is written without
     * blocking, which JAX-RS cannot: its own streams wait for slow clients, or hold back for them without bound.
     */
    @GET
    @Path("stream")
    @RolesAllowed("user")
    @Produces(Streams.TYPE)
    public void stream(@HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Suspended AsyncResponse putOff)
            throws IOException {
        long after = lastEventId == null ? Events.NOW : Input.wholeNumber("Last-Event-ID", lastEventId, 0, MOST);
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            putOff.resume(Response.ok()
                    .type(Streams.TYPE)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build());
            return;
        }
        Requester requester = new Requester(security, request);
        streams.open(requester.caller(), requester.user(), after, request.getAsyncContext());
    }
}
