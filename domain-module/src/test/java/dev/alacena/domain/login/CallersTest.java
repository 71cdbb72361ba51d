package dev.alacena.domain.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alacena.api.security.TokenClaims;
import dev.alacena.api.security.TokenRevocations;
import dev.alacena.domain.token.InvalidToken;
import dev.alacena.domain.token.Tokens;
import dev.alacena.domain.token.VerifiedToken;
import dev.alacena.domain.user.Email;
import dev.alacena.domain.user.User;
import dev.alacena.domain.user.Users;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom the tokens of an outside provider stand for. */
class CallersTest {

    private static final String ISSUER = "https://id.example.org/realms/shop";
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private Optional<String> email = Optional.of("Ana@example.org");
    private boolean own;
    private String revoked = "";

    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    private Callers callers(boolean active) {
        Callers callers = new Callers();
        callers.tokens = new Tokens() {
            @Override
            public VerifiedToken verify(String token) {
                TokenClaims claims =
                        new TokenClaims(own ? "alacena" : ISSUER, "id", "7", "s", NOW, NOW.plusSeconds(60));
                return new VerifiedToken(claims, "ana", Set.of("user"), email, own);
            }
        };
        callers.users = new Users() {
            @Override
            public Optional<User> byEmail(Email address) {
                return address.value().equals("ana@example.org")
                        ? Optional.of(new User(42, "ana", address.value(), "Ana", active, NOW, NOW))
                        : Optional.empty();
            }
        };
        callers.revocations = (TokenRevocations) Proxy.newProxyInstance(
                TokenRevocations.class.getClassLoader(),
                new Class<?>[] {TokenRevocations.class},
                (proxy, method, asked) -> ((TokenClaims) asked[0]).issuer().equals(revoked));
        return callers;
    }

    @Test
    void theUserWithTheVerifiedAddressWhateverItsCase() throws InvalidToken {
        assertThat(callers(true).of("").user()).hasValue(42);
    }

    @Test
    void whoIsDeactivatedIsRefused() {
        assertThatThrownBy(() -> callers(false).of("")).isInstanceOf(InvalidToken.class);
    }

    @Test
    void whoWasLoggedOutHereIsRefusedWhoeverMadeTheToken() throws InvalidToken {
        revoked = Grants.USERS;
        assertThatThrownBy(() -> callers(true).of("")).isInstanceOf(InvalidToken.class);
        own = true;
        assertThat(callers(true).of("").user())
                .as("own tokens have a mark of their own")
                .hasValue(7);
    }

    @Test
    void nobodyWithoutAVerifiedAddressOfAUser() throws InvalidToken {
        for (Optional<String> other :
                Set.of(Optional.<String>empty(), Optional.of("bea@example.org"), Optional.of("no address"))) {
            email = other;
            assertThat(callers(false).of("").user()).isEmpty();
        }
    }

    @Test
    void namesOfAnotherIssuerAreNeverThoseOfOurUsers() throws InvalidToken {
        String theirs = callers(true).of("").getName();
        own = true;
        assertThat(callers(true).of("").getName()).isEqualTo("7").isNotEqualTo(theirs);
        assertThat(theirs).isEqualTo("7@" + ISSUER);
    }

    @Test
    void aTokenThatIsRightAndRefusedNeverthelessTellsWhoseItIs() {
        InvalidToken deactivated =
                catchThrowableOfType(InvalidToken.class, () -> callers(false).of(""));
        assertThat(deactivated.holder()).isEqualTo("7@" + ISSUER);
        revoked = ISSUER;
        assertThat(catchThrowableOfType(InvalidToken.class, () -> callers(true).of(""))
                        .holder())
                .isEqualTo("7@" + ISSUER);
        own = true;
        revoked = "alacena";
        assertThat(catchThrowableOfType(InvalidToken.class, () -> callers(true).of(""))
                        .holder())
                .isEqualTo("7");
    }
}
