package dev.alacena.domain.token;

import dev.alacena.api.security.TokenClaims;
import java.util.Optional;
import java.util.Set;

/**
 * A token whose signature and claims are right; whether it is revoked, it does not say.
 *
 * @param claims what names it
 * @param name of its subject, for people
 * @param roles of its subject
 * @param email of its subject, if the issuer says that it has verified it
 * @param own whether this application made it
 */
public record VerifiedToken(TokenClaims claims, String name, Set<String> roles, Optional<String> email, boolean own) {

    public VerifiedToken {
        roles = Set.copyOf(roles);
    }

    /** {@code sub} of our own tokens, else {@code sub@iss}: limits and the audit log tell callers from each other by it. */
    public String holder() {
        return own ? claims.subject() : claims.subject() + "@" + claims.issuer();
    }
}
