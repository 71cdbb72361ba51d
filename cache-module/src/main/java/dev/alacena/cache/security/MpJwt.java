package dev.alacena.cache.security;

import dev.alacena.api.security.TokenClaims;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The claims of a verified token. The one class that knows MicroProfile JWT, to be loaded only where there is one. */
final class MpJwt {
    private MpJwt() {}

    /** Empty for a caller who came without a token. */
    static Optional<TokenClaims> claims(Principal caller) {
        return caller instanceof JsonWebToken token ? Optional.of(claims(token)) : Optional.empty();
    }

    private static TokenClaims claims(JsonWebToken token) {
        String subject = token.getSubject();
        Object session = token.getClaim("sid");
        return new TokenClaims(
                token.getIssuer(),
                token.getTokenID(),
                subject == null ? token.getName() : subject,
                session == null ? null : text(session),
                Instant.ofEpochSecond(token.getIssuedAtTime()),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    /** Servers give claims of their own as they like. */
    private static String text(Object claim) {
        return claim instanceof jakarta.json.JsonString json ? json.getString() : claim.toString();
    }
}
