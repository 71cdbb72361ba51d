package dev.alacena.domain.login;

import dev.alacena.api.security.TokenClaims;
import dev.alacena.api.security.TokenRevocations;
import dev.alacena.domain.token.InvalidToken;
import dev.alacena.domain.token.Tokens;
import dev.alacena.domain.token.VerifiedToken;
import dev.alacena.domain.user.Email;
import dev.alacena.domain.user.User;
import dev.alacena.domain.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells who calls. Thread-safe. */
@ApplicationScoped
public class Callers {

    @Inject
    Tokens tokens;

    @Inject
    TokenRevocations revocations;

    @Inject
    Users users;

    /**
     * The caller with this token.
     *
     * @throws InvalidToken if the token is not right, or revoked, or is a deactivated user's
     * @throws dev.alacena.api.security.RevocationsUnavailableException if nobody can tell whether it is revoked
     */
    public Caller of(String token) throws InvalidToken {
        VerifiedToken verified = tokens.verify(token);
        if (revocations.isRevoked(verified.claims())) {
            throw new InvalidToken("revoked", verified.holder());
        }
        OptionalLong user = user(verified);
        if (!verified.own() && user.isPresent() && revocations.isRevoked(of(user.getAsLong(), verified.claims()))) {
            throw new InvalidToken("revoked with all of its user", verified.holder());
        }
        return new Caller(user, verified);
    }

    /** A provider's token as one of our user's, whose logout and deactivation here the provider does not know. */
    private static TokenClaims of(long user, TokenClaims theirs) {
        return new TokenClaims(
                Grants.USERS, theirs.id(), Long.toString(user), null, theirs.issuedAt(), theirs.expiresAt());
    }

    private OptionalLong user(VerifiedToken verified) throws InvalidToken {
        if (!verified.own()) {
            Optional<String> email = verified.email().filter(address -> address.matches(Email.PATTERN));
            return email.isEmpty() ? OptionalLong.empty() : byEmail(new Email(email.get()), verified.holder());
        }
        try {
            return OptionalLong.of(Long.parseLong(verified.claims().subject()));
        } catch (NumberFormatException other) {
            throw new InvalidToken("a subject that is no user", verified.holder());
        }
    }

    /** Of a provider's tokens, which know nothing of a deactivation here. */
    private OptionalLong byEmail(Email email, String holder) throws InvalidToken {
        Optional<User> user = users.byEmail(email);
        if (user.isPresent() && !user.get().active()) {
            throw new InvalidToken("a user who takes part no more", holder);
        }
        return user.isPresent() ? OptionalLong.of(user.get().id()) : OptionalLong.empty();
    }
}
