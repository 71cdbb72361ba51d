package dev.alacena.web.users;

import dev.alacena.domain.user.User;
import dev.alacena.domain.user.Users;
import dev.alacena.web.http.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The users in paths, also for resources that serve what belongs to them. */
@Dependent
public class KnownUsers {

    @Inject
    Users users;

    /**
     * The user with this id, by the cache.
     *
     * @throws Refusal if there is none
     */
    public User require(long id) {
        return users.byId(id).orElseThrow(KnownUsers::missing);
    }

    static Refusal missing() {
        return Refusal.missing("There is no such user.");
    }
}
