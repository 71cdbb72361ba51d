package dev.alacena.domain.login;

import dev.alacena.api.security.TokenClaims;
import dev.alacena.domain.token.VerifiedToken;
import java.security.Principal;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Who calls, by a token that was verified and is not revoked.
 *
 * @param user the id, if the caller is one of our users; a caller of an outside provider is the one with the same verified
 *     e-mail address
 * @param token that was presented
 */
public record Caller(OptionalLong user, VerifiedToken token) implements Principal {

    /** The role that may do everything. */
    public static final String ADMIN = "admin";

    /** The role of everybody who is let in. */
    public static final String USER = "user";

    /** For limits and the audit log: {@link VerifiedToken#holder}. */
    @Override
    public String getName() {
        return token.holder();
    }

    /** For people. */
    public String name() {
        return token.name();
    }

    /** What the caller may do. */
    public Set<String> roles() {
        return token.roles();
    }

    /** What names the token. */
    public TokenClaims claims() {
        return token.claims();
    }

    /** Whether this application made the token. */
    public boolean own() {
        return token.own();
    }

    /** Whether this user calls. */
    public boolean is(long id) {
        return user.isPresent() && user.getAsLong() == id;
    }

    /** Whether this user calls, or an administrator. */
    public boolean mayChange(long id) {
        return is(id) || roles().contains(ADMIN);
    }
}
