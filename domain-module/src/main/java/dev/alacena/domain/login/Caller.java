package dev.alacena.domain.login;

import dev.alacena.api.security.TokenClaims;
import java.security.Principal;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Who calls, by a token that was verified and is not revoked.
 *
 * @param user the id, if the caller is one of our users; a caller of an outside provider is the one with the same verified
 *     e-mail address
 * @param name for people
 * @param roles what the caller may do
 * @param claims of the token
 * @param own whether this application made the token
 */
public record Caller(OptionalLong user, String name, Set<String> roles, TokenClaims claims, boolean own)
        implements Principal {

    /** The role that may do everything. */
    public static final String ADMIN = "admin";

    /** The role of everybody who is let in. */
    public static final String USER = "user";

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** {@code sub} of our own tokens, else {@code sub@iss}: limits and the audit log tell callers from each other by it. */
    @Override
    public String getName() {
        return own ? claims.subject() : claims.subject() + "@" + claims.issuer();
    }

    /** Whether this user calls. */
    public boolean is(long id) {
        return user.isPresent() && user.getAsLong() == id;
    }

    /** Whether this user calls, or an administrator. */
    public boolean mayChange(long id) {
        return is(id) || roles.contains(ADMIN);
    }
}
