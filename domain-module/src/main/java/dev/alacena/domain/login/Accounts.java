package dev.alacena.domain.login;

import dev.alacena.domain.user.User;
import dev.alacena.domain.user.UserProfile;
import dev.alacena.domain.user.Users;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** The accounts of the users, each method in a transaction. Public, as session beans must be; {@link Logins} is the door. */
@Stateless
public class Accounts {

    @Inject
    Users users;

    @Inject
    AccountRepository repository;

    public Optional<Account> byEmail(String email) {
        return repository.find(email);
    }

    public Optional<Account> byUser(long user) {
        return repository.find(user);
    }

    /** A new user with an account. */
    public User open(UserProfile profile, String passwordHash, Set<String> roles) {
        User user = users.create(profile);
        repository.set(user.id(), passwordHash, roles);
        return user;
    }

    /** A new administrator, unless there is one. */
    public void openFirst(UserProfile profile, String passwordHash) {
        if (!repository.hasAdministrator() && users.byEmail(profile.email()).isEmpty()) {
            open(profile, passwordHash, Set.of(Caller.USER, Caller.ADMIN));
        }
    }

    /** The same password, hashed anew. */
    public void rehash(long user, String oldHash, String newHash) {
        repository.replace(user, oldHash, newHash);
    }
}
