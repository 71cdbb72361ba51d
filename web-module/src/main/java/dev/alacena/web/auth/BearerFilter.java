package dev.alacena.web.auth;

import dev.alacena.domain.login.Caller;
import dev.alacena.domain.login.Callers;
import dev.alacena.domain.token.InvalidToken;
import dev.alacena.web.audit.Audit;
import dev.alacena.web.http.Refusal;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who calls, by the bearer token (RFC 6750) in the header {@code Authorization}, nowhere else. A token that is not
 * right is 401, also where any caller would do; where everybody may call it is not looked at.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public final class BearerFilter implements ContainerRequestFilter {

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(\\S.*)");

    @Context
    @SuppressWarnings("NullAway.Init")
    private ResourceInfo resource;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest client;

    private volatile @Nullable Callers callers;

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null || AccessRule.of(resource, request.getMethod()).everybody()) {
            return;
        }
        Matcher bearer = BEARER.matcher(header);
        if (bearer.matches()) {
            request.setSecurityContext(new CallerContext(
                    caller(bearer.group(1)), request.getSecurityContext().isSecure()));
        }
    }

    private Caller caller(String token) {
        try {
            return callers().of(token);
        } catch (InvalidToken refused) {
            Audit.log(Audit.Event.TOKEN_REFUSED, refused.holder(), String.valueOf(refused.getMessage()), client);
            throw Refusal.unauthorized(true);
        }
    }

    private Callers callers() {
        Callers known = callers;
        if (known == null) {
            known = CDI.current().select(Callers.class).get();
            callers = known;
        }
        return known;
    }
}
