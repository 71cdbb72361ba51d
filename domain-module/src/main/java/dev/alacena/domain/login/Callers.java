package dev.alacena.domain.login;

import dev.alacena.api.security.TokenRevocations;
import dev.alacena.domain.token.InvalidToken;
import dev.alacena.domain.token.Tokens;
import dev.alacena.domain.token.VerifiedToken;
import dev.alacena.domain.user.Email;
import dev.alacena.domain.user.User;
import dev.alacena.domain.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
     * @throws InvalidToken if the token is not right, or revoked
     * @throws dev.alacena.api.security.RevocationsUnavailableException if nobody can tell whether it is revoked
     */
    public Caller of(String token) throws InvalidToken {
        VerifiedToken verified = tokens.verify(token);
        if (revocations.isRevoked(verified.claims())) {
            throw new InvalidToken("revoked");
        }
        return new Caller(user(verified), verified.name(), verified.roles(), verified.claims(), verified.own());
    }

    private OptionalLong user(VerifiedToken verified) throws InvalidToken {
        if (!verified.own()) {
            return verified.email().map(this::byEmail).orElse(OptionalLong.empty());
        }
        try {
            return OptionalLong.of(Long.parseLong(verified.claims().subject()));
        } catch (NumberFormatException other) {
            throw new InvalidToken("a subject that is no user");
        }
    }

    private OptionalLong byEmail(String email) {
        if (!email.matches(Email.PATTERN)) {
            return OptionalLong.empty();
        }
        return users.byEmail(new Email(email))
                .filter(User::active)
                .map(user -> OptionalLong.of(user.id()))
                .orElse(OptionalLong.empty());
    }
}
