package dev.alacena.domain.token;

import java.util.Set;

/**
 * Whom a token is for.
 *
 * @param user the id
 * @param email the address
 * @param roles what the user may do
 * @param session the handle of the session that the token belongs to
 */
public record TokenSubject(long user, String email, Set<String> roles, String session) {

    public TokenSubject {
        roles = Set.copyOf(roles);
    }
}
