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
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests with a revoked token of MicroProfile JWT, where {@code alacena.revocations.filter} says so, and callers who
 * may have come with another token, since nobody can tell whether that is revoked. Thread-safe.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 100)
public final class RevocationFilter implements ContainerRequestFilter {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    /** Ways of the servers to log in without a token. */
    private static final Set<String> WITHOUT_TOKEN = Set.of(
            SecurityContext.BASIC_AUTH,
            SecurityContext.FORM_AUTH,
            SecurityContext.DIGEST_AUTH,
            SecurityContext.CLIENT_CERT_AUTH);

    private final AtomicBoolean warned = new AtomicBoolean();
    private volatile @Nullable RevocationGate gate;

    @Override
    public void filter(ContainerRequestContext request) {
        SecurityContext security = request.getSecurityContext();
        Principal caller = security == null ? null : security.getUserPrincipal();
        if (caller == null || !gate().on()) {
            return;
        }
        Optional<TokenClaims> token = MpJwt.claims(caller);
        if (token.isPresent()) {
            refusal(token.get()).ifPresent(request::abortWith);
        } else if (!isWithoutToken(security.getAuthenticationScheme())) {
            warn(caller);
            request.abortWith(unknown());
        }
    }

    static boolean isWithoutToken(@Nullable String scheme) {
        return scheme != null && WITHOUT_TOKEN.contains(scheme);
    }

    private void warn(Principal caller) {
        if (!warned.getAndSet(true)) {
            LOG.log(
                    Level.WARNING,
                    "alacena.revocations.filter refuses callers whose principal is no JsonWebToken, but {0}",
                    caller.getClass().getName());
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

    private static Response revoked() {
        return refused("The token is revoked");
    }

    private static Response unknown() {
        return refused("Whether the token is revoked cannot be told");
    }

    /** As RFC 6750, section 3.1, says. */
    private static Response refused(String detail) {
        return problem(Status.UNAUTHORIZED, detail)
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
}
