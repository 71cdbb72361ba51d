package dev.alacena.cache.security;

import dev.alacena.api.security.RevocationsUnavailableException;
import dev.alacena.api.security.TokenClaims;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses requests with a revoked token of MicroProfile JWT, where {@code alacena.revocations.filter} says so. Thread-safe. */
@Provider
@Priority(Priorities.AUTHENTICATION + 100)
public final class RevocationFilter implements ContainerRequestFilter {
    private static final boolean JWT = hasJwt();

    private volatile @Nullable RevocationGate gate;

    @Override
    public void filter(ContainerRequestContext request) {
        Principal caller = request.getSecurityContext() == null
                ? null
                : request.getSecurityContext().getUserPrincipal();
        if (JWT && caller != null && gate().on()) {
            MpJwt.claims(caller).flatMap(this::refusal).ifPresent(request::abortWith);
        }
    }

    private RevocationGate gate() {
        RevocationGate known = gate;
        if (known == null) {
            known = CDI.current().select(RevocationGate.class).get();
            gate = known;
        }
        return known;
    }

    private Optional<Response> refusal(TokenClaims token) {
        try {
            return gate().revocations().get().isRevoked(token) ? Optional.of(revoked()) : Optional.empty();
        } catch (RevocationsUnavailableException e) {
            return Optional.of(unavailable(e));
        }
    }

    /** As RFC 6750, section 3.1, says. */
    private static Response revoked() {
        return problem(Status.UNAUTHORIZED, "The token is revoked")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .build();
    }

    private static Response unavailable(RevocationsUnavailableException e) {
        return problem(Status.SERVICE_UNAVAILABLE, "Whether the token is revoked cannot be told now")
                .header(HttpHeaders.RETRY_AFTER, Math.max(1, e.retryAfter().toSeconds()))
                .build();
    }

    /** As RFC 9457 writes it, whatever writers the application has. */
    private static Response.ResponseBuilder problem(Status status, String detail) {
        String json = """
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}"""
                .formatted(status.getReasonPhrase(), status.getStatusCode(), detail);
        return Response.status(status).type("application/problem+json").entity(json);
    }

    private static boolean hasJwt() {
        try {
            Class.forName("org.eclipse.microprofile.jwt.JsonWebToken", false, RevocationFilter.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
