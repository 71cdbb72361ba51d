package dev.alacena.domain.login;

import dev.alacena.api.security.SessionOrigin;
import dev.alacena.api.security.TokenClaims;
import dev.alacena.api.security.TokenRevocations;
import dev.alacena.api.security.UserSessions;
import dev.alacena.domain.login.RefreshToken.State;
import dev.alacena.domain.token.TokenSettings;
import dev.alacena.domain.token.TokenSubject;
import dev.alacena.domain.token.Tokens;
import dev.alacena.domain.user.UserClosed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was granted to users, and its end; each method in a transaction. Whatever concerns one user happens one after the
 * other, by a lock on the user's row, so that nothing that is granted slips past a revocation. Public, as session beans
 * must be; {@link Logins} is the door.
 */
@Stateless
public class Grants {

    /** Whom all tokens that stand for a user are revoked under, whoever made them; no issuer has this name. */
    static final String USERS = "urn:alacena:users";

    @Inject
    Tokens tokens;

    @Inject
    UserSessions sessions;

    @Inject
    TokenRevocations revocations;

    @Inject
    AccountRepository accounts;

    @Inject
    RefreshTokenRepository refreshTokens;

    @Inject
    Event<SessionRevoked> revoked;

    /** A new login; empty if the account is not what it was when its password was checked. */
    public Optional<LoginTokens> begin(Account known, SessionOrigin origin) {
        return accounts.lock(known.user())
                .filter(account -> account.active() && account.passwordHash().equals(known.passwordHash()))
                .map(account -> begin(account, Instant.now().plus(settings().refreshToken()), origin));
    }

    private LoginTokens begin(Account account, Instant expiry, SessionOrigin origin) {
        String session = sessions.begin(Long.toString(account.user()), new LoginData(account.email()), origin)
                .session()
                .handle();
        String token = RefreshToken.text(RefreshToken.random());
        RefreshToken kept = new RefreshToken(account.user(), session, expiry, State.FRESH, new byte[0]);
        refreshTokens.removeExpired();
        refreshTokens.add(token, kept);
        return grant(account, kept, token);
    }

    /** Spends a refresh token for the next one. */
    public Refreshed renew(String token) {
        Optional<RefreshToken> unlocked = refreshTokens.find(token);
        Optional<Account> account = unlocked.flatMap(kept -> accounts.lock(kept.user()));
        // only what is read under the lock counts
        Optional<RefreshToken> known = account.flatMap(locked -> refreshTokens.find(token));
        if (account.isEmpty() || known.isEmpty()) {
            return new Refreshed.Refused();
        }
        RefreshToken kept = known.get();
        if (kept.state() == State.SPENT) {
            close(kept.user(), kept.session());
            return new Refreshed.Reused(kept.user(), kept.session());
        }
        if (!account.get().active() || !sessions.touch(kept.session())) {
            return new Refreshed.Refused();
        }
        return new Refreshed.Renewed(grant(account.get(), kept, next(token, kept)));
    }

    private String next(String token, RefreshToken kept) {
        if (kept.state() == State.REPEATABLE) {
            return RefreshToken.successor(token, kept.salt());
        }
        byte[] salt = RefreshToken.random();
        String successor = RefreshToken.successor(token, salt);
        refreshTokens.add(successor, kept);
        refreshTokens.spend(token, successor, salt);
        return successor;
    }

    private LoginTokens grant(Account account, RefreshToken kept, String refreshToken) {
        TokenSettings settings = settings();
        TokenSubject subject = new TokenSubject(account.user(), account.email(), account.roles(), kept.session());
        Instant earliest = revocations.earliestIssue(settings.issuer(), Long.toString(account.user()));
        return new LoginTokens(
                account.user(),
                kept.session(),
                tokens.issue(subject, earliest),
                settings.accessToken(),
                refreshToken,
                Duration.between(Instant.now(), kept.expiresAt()));
    }

    /** Ends one session of a user; false, and nothing has happened, if the user has no such session. */
    public boolean end(long user, String session) {
        accounts.lock(user);
        boolean ended = sessions.end(Long.toString(user), session);
        if (ended) {
            revoke(user, session);
        }
        return ended;
    }

    /** Ends what belongs to a session that is known to be this user's, also if it has ended by itself. */
    public void close(long user, String session) {
        accounts.lock(user);
        sessions.end(Long.toString(user), session);
        revoke(user, session);
    }

    private void revoke(long user, String session) {
        refreshTokens.removeSession(user, session);
        revocations.revokeSession(settings().issuer(), session, afterLastToken());
        revoked.fire(new SessionRevoked(user, session));
    }

    /** Ends the session of a caller with this token, and the token: both or neither. */
    public void end(Caller caller) {
        TokenClaims token = caller.claims();
        String session = token.session();
        if (caller.own() && session != null) {
            close(caller.user().orElseThrow(), session);
        } else if (session != null) {
            revocations.revokeSession(token.issuer(), session, afterLastToken());
        }
        revocations.revoke(token.issuer(), String.valueOf(token.id()), token.expiresAt());
    }

    /** Ends everything of a user. */
    public void endAll(long user) {
        accounts.lock(user);
        List<String> ended = sessions.endAll(Long.toString(user));
        refreshTokens.removeAll(user);
        revocations.revokeAll(USERS, Long.toString(user));
        tokens.own().ifPresent(own -> revocations.revokeAll(own.issuer(), Long.toString(user)));
        ended.forEach(session -> revoked.fire(new SessionRevoked(user, session)));
    }

    /** A new password, and the end of everything of the user; false if the old one is not what it was. */
    public boolean replacePassword(Account known, String newHash) {
        // the user's row first, as whoever takes the user out does
        boolean replaced = accounts.lock(known.user()).isPresent()
                && accounts.replace(known.user(), known.passwordHash(), newHash);
        if (replaced) {
            endAll(known.user());
        }
        return replaced;
    }

    /** In the transaction that takes the user out. */
    public void closed(@Observes UserClosed closed) {
        endAll(closed.user());
    }

    /** Of any session: its tokens may be made by somebody else, or by other settings than today's. */
    private Instant afterLastToken() {
        return Instant.now().plus(tokens.longest()).plusSeconds(60);
    }

    private TokenSettings settings() {
        return tokens.own().orElseThrow(() -> new IllegalStateException("login.enabled is false"));
    }
}
