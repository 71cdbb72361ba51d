package dev.alacena.web.auth;

import dev.alacena.domain.login.Caller;
import dev.alacena.web.http.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Lets a caller through whom the resource method allows; the servers each have their own way, and deny nothing by default. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public final class RolesFilter implements ContainerRequestFilter {

    @Context
    @SuppressWarnings("NullAway.Init")
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        AccessRule rule = AccessRule.of(resource, request.getMethod());
        if (rule.everybody()) {
            return;
        }
        if (!(request.getSecurityContext().getUserPrincipal() instanceof Caller caller)) {
            throw Refusal.unauthorized(false);
        }
        if (rule.roles().stream().noneMatch(caller.roles()::contains)) {
            throw Refusal.forbidden();
        }
    }
}
