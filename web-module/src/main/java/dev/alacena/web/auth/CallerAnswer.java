package dev.alacena.web.auth;

import dev.alacena.domain.login.Caller;
import dev.alacena.domain.user.User;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The caller.
 *
 * @param id as a user; missing for those of an outside provider who are none
 * @param session missing for tokens of an outside provider
 */
record CallerAnswer(
        @Nullable Long id,
        String username,
        @Nullable String email,
        @Nullable String fullName,
        Collection<String> roles,
        @Nullable SessionAnswer session) {

    static CallerAnswer of(Caller caller, Optional<User> user, @Nullable SessionAnswer session) {
        return new CallerAnswer(
                user.map(User::id).orElse(null),
                user.map(User::username).orElse(caller.name()),
                user.map(User::email).orElse(null),
                user.map(User::fullName).orElse(null),
                new TreeSet<>(caller.roles()),
                session);
    }
}
