package dev.alacena.web.auth;

import dev.alacena.api.limit.ClientAddress;
import dev.alacena.api.security.SessionOrigin;
import dev.alacena.domain.login.Caller;
import dev.alacena.web.audit.Audit;
import dev.alacena.web.http.Refusal;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;

/**
 * Who makes a request, and from where; resources make one of what JAX-RS gives them.
 *
 * @param security of the request, after {@link BearerFilter}
 * @param request itself
 */
public record Requester(SecurityContext security, HttpServletRequest request) {

    /** The caller of a method that has {@code RolesAllowed}. */
    public Caller caller() {
        if (security.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw Refusal.unauthorized(false);
    }

    /** The caller's id as a user; those of an outside provider may have none, and are refused. */
    public long user() {
        return caller().user().orElseThrow(Refusal::forbidden);
    }

    /** Refuses everybody but this user and administrators. */
    public void mustBeAllowedToChange(long user) {
        if (!caller().mayChange(user)) {
            throw Refusal.forbidden();
        }
    }

    /** Writes down what the caller did. */
    public void log(Audit.Event event, String what) {
        Audit.log(event, caller().getName(), what, request);
    }

    SessionOrigin origin() {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new SessionOrigin(address(), agent == null ? "" : agent);
    }

    private String address() {
        return CDI.current().select(ClientAddress.class).get().of(request).getHostAddress();
    }
}
