package dev.alacena.web.auth;

import dev.alacena.domain.login.Caller;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * The caller, as JAX-RS asks for one.
 *
 * @param caller by a token
 * @param secure whether the request came by TLS
 */
record CallerContext(Caller caller, boolean secure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.roles().contains(role);
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
