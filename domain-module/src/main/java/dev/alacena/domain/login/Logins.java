package dev.alacena.domain.login;

import dev.alacena.api.security.SessionOrigin;
import dev.alacena.api.security.TokenRevocations;
import dev.alacena.domain.token.Tokens;
import dev.alacena.domain.user.Email;
import dev.alacena.domain.user.User;
import dev.alacena.domain.user.UserProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/**
 * Lets users in and out. Thread-safe. Passwords are hashed outside of transactions: it takes long, and must hold no
 * connection.
 */
@ApplicationScoped
public class Logins {

    @Inject
    Tokens tokens;

    @Inject
    Accounts accounts;

    @Inject
    Grants grants;

    @Inject
    FirstAdministrator first;

    @Inject
    TokenRevocations revocations;

    /** Whether users log in here; otherwise an outside provider issues the tokens. */
    public boolean isEnabled() {
        return tokens.own().isPresent();
    }

    /** A new session; empty if there is no such user, the password is another, or the user does not take part. */
    public Optional<LoginTokens> login(String username, String password, SessionOrigin origin) {
        Optional<Account> found =
                username.strip().matches(Email.PATTERN) ? find(new Email(username)) : Optional.empty();
        if (found.isEmpty()) {
            Passwords.matchesNobody(password);
            return Optional.empty();
        }
        return found.filter(account -> Passwords.matches(password, account.passwordHash()))
                .flatMap(account -> upToDate(account, password))
                .filter(Account::active)
                .flatMap(account -> grants.begin(account, origin));
    }

    private Optional<Account> find(Email email) {
        first.openIfNamed(email);
        return accounts.byEmail(email.value());
    }

    private Optional<Account> upToDate(Account account, String password) {
        if (!Passwords.isOutdated(account.passwordHash())) {
            return Optional.of(account);
        }
        accounts.rehash(account.user(), account.passwordHash(), Passwords.hash(password));
        // what is there now may be of a password that somebody has just changed
        return accounts.byUser(account.user()).filter(now -> Passwords.matches(password, now.passwordHash()));
    }

    /** Spends a refresh token; its reuse ends the session. */
    public Refreshed refresh(String refreshToken) {
        return grants.renew(refreshToken);
    }

    /** Ends the session of the caller, and this token. */
    public void logout(Caller caller) {
        grants.end(caller);
    }

    /** Ends everything of the caller. */
    public void logoutAll(Caller caller) {
        if (caller.own()) {
            grants.endAll(caller.user().orElseThrow());
        } else {
            revocations.revokeAll(caller.claims().issuer(), caller.claims().subject());
        }
    }

    /** Ends everything of a user. */
    public void logoutAll(long user) {
        grants.endAll(user);
    }

    /** Ends one session of a user; false if the user has no such session. */
    public boolean end(long user, String session) {
        return grants.end(user, session);
    }

    /** Changes a password and ends everything of the user; false if the current one is another. */
    public boolean changePassword(long user, String current, String next) {
        Optional<Account> account = accounts.byUser(user);
        if (account.isEmpty()) {
            Passwords.matchesNobody(current);
            return false;
        }
        return Passwords.matches(current, account.get().passwordHash())
                && grants.replacePassword(account.get(), Passwords.hash(next));
    }

    /** Adds a user who can log in. */
    public User register(UserProfile profile, String password) {
        return accounts.open(profile, Passwords.hash(password), Set.of(Caller.USER));
    }
}
