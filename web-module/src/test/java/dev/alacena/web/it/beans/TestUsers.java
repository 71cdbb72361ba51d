package dev.alacena.web.it.beans;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Believes that a request is from whom it says; stands for a login. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public final class TestUsers implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext context) {
        String user = context.getHeaderString("X-Test-User");
        if (user != null) {
            context.setSecurityContext(new Known(user));
        }
    }

    private record Known(String name) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return () -> name;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return null;
        }
    }
}
