package dev.alacena.domain.login;

import dev.alacena.api.NeverCache;
import java.util.Set;

/**
 * A user who may log in.
 *
 * @param user the id
 * @param email the address
 * @param active whether the user takes part
 * @param roles what the user may do
 * @param passwordHash see {@link Passwords}
 */
public record Account(long user, String email, boolean active, Set<String> roles, @NeverCache String passwordHash) {

    public Account {
        roles = Set.copyOf(roles);
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "Account[user=%d, active=%s, roles=%s]".formatted(user, active, roles);
    }
}
