package dev.alacena.web.auth;

import dev.alacena.web.audit.Audit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;

/** Writes every 403 down, whoever refused: for a role that is missing, or for what is another user's. */
@Provider
public final class ForbiddenFilter implements ContainerResponseFilter {

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest client;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (answer.getStatus() == Status.FORBIDDEN.getStatusCode()) {
            Principal caller = request.getSecurityContext().getUserPrincipal();
            String what = request.getMethod() + " " + client.getRequestURI();
            Audit.log(Audit.Event.ACCESS_REFUSED, caller == null ? "" : caller.getName(), what, client);
        }
    }
}
