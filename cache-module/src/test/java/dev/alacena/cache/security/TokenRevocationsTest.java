package dev.alacena.cache.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.api.security.SecurityDatabaseException;
import dev.alacena.api.security.TokenClaims;
import dev.alacena.api.security.TokenRevocations;
import dev.alacena.cache.engine.Revocation;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The law of {@link TokenRevocations}, as an application with a database meets it. */
class TokenRevocationsTest {
    private static final String ISSUER = "https://issuer.example";
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Instant soon = now.plusSeconds(900);

    private final WeldContainer container =
            new Weld().addBeanClasses(Vault.class).initialize();
    private final TokenRevocations revocations =
            container.select(TokenRevocations.class).get();

    @BeforeAll
    static void open() {
        Vault.tables = new Tables();
    }

    @AfterAll
    static void closeTables() throws IOException {
        Vault.tables.close();
    }

    @AfterEach
    void close() {
        Vault.tables.away(false);
        container.close();
    }

    private TokenClaims token(@Nullable String id, String subject, @Nullable String session, Instant issuedAt) {
        return new TokenClaims(ISSUER, id, subject, session, issuedAt, soon);
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    @Test
    void aRevokedTokenIsRevokedAndNoOther() {
        String id = fresh();
        assertThat(revocations.isRevoked(token(id, "ann", null, now))).isFalse();
        revocations.revoke(ISSUER, id, soon);
        assertThat(revocations.isRevoked(token(id, "ann", null, now))).isTrue();
        assertThat(revocations.isRevoked(token(fresh(), "ann", null, now))).isFalse();
        assertThat(revocations.isRevoked(new TokenClaims("another", id, "ann", null, now, soon)))
                .isFalse();
    }

    @Test
    void allTokensOfARevokedSessionAreRevoked() {
        String session = fresh();
        revocations.revokeSession(ISSUER, session, soon);
        assertThat(revocations.isRevoked(token(fresh(), "ann", session, now))).isTrue();
        assertThat(revocations.isRevoked(token(fresh(), "ann", session, now.plusSeconds(60))))
                .isTrue();
        assertThat(revocations.isRevoked(token(fresh(), "ann", fresh(), now))).isFalse();
    }

    @Test
    void aGlobalLogoutRevokesWhatWasIssuedUntilThatSecond() {
        String subject = fresh();
        assertThat(revocations.earliestIssue(ISSUER, subject)).isEqualTo(Instant.EPOCH);
        Instant before = Instant.now();
        revocations.revokeAll(ISSUER, subject);
        Instant earliest = revocations.earliestIssue(ISSUER, subject);
        assertThat(revocations.isRevoked(token(fresh(), subject, null, before))).isTrue();
        assertThat(revocations.isRevoked(token(fresh(), subject, null, earliest.minusSeconds(1))))
                .isTrue();
        assertThat(revocations.isRevoked(token(fresh(), subject, null, earliest)))
                .isFalse();
        assertThat(earliest).isBetween(before, Instant.now().plusSeconds(1));
    }

    @Test
    void everyGlobalLogoutRevokesWhatWasIssuedSinceTheOneBefore() {
        String subject = fresh();
        for (int again = 0; again < 3; again++) {
            Instant issued = revocations.earliestIssue(ISSUER, subject);
            TokenClaims token = token(fresh(), subject, null, issued);
            assertThat(revocations.isRevoked(token)).isFalse();
            revocations.revokeAll(ISSUER, subject);
            assertThat(revocations.isRevoked(token)).as("dated " + issued).isTrue();
        }
    }

    @Test
    void alsoThoseOfAnotherNodeThatIsNotHeard() throws SQLException {
        String subject = fresh();
        Instant mark = now.plusSeconds(5);
        Vault.tables
                .revocations()
                .write(new Revocation(
                        Revocation.Kind.SUBJECT, ISSUER, subject, mark.getEpochSecond(), soon.getEpochSecond()));
        revocations.revokeAll(ISSUER, subject);
        assertThat(revocations.earliestIssue(ISSUER, subject)).isEqualTo(mark.plusSeconds(2));
    }

    @Test
    void aTokenIsDatedAfterAGlobalLogoutThatThisNodeHasNotHeardOf() throws SQLException {
        String subject = fresh();
        Instant mark = now.plusSeconds(5);
        Vault.tables
                .revocations()
                .write(new Revocation(
                        Revocation.Kind.SUBJECT, ISSUER, subject, mark.getEpochSecond(), soon.getEpochSecond()));
        assertThat(revocations.earliestIssue(ISSUER, subject))
                .isEqualTo(Instant.ofEpochSecond(mark.getEpochSecond() + 1));
    }

    @Test
    void s11ATokenWithoutAnIdIsRevoked() {
        assertThat(revocations.isRevoked(token(null, "ann", null, now))).isTrue();
    }

    @Test
    void aTokenThatNobodyCouldRevokeIsRevoked() {
        for (String text : List.of("", "x".repeat(257), "a\0b", "\ud800")) {
            assertThat(revocations.isRevoked(token(text, "ann", null, now))).isTrue();
            assertThat(revocations.isRevoked(token(fresh(), text, null, now))).isTrue();
            assertThat(revocations.isRevoked(token(fresh(), "ann", text, now))).isTrue();
            assertThat(revocations.isRevoked(new TokenClaims(text, fresh(), "ann", null, now, soon)))
                    .isTrue();
            assertThatThrownBy(() -> revocations.revoke(ISSUER, text, soon))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> revocations.revoke(text, "id", soon)).isInstanceOf(IllegalArgumentException.class);
        }
        for (Instant moment : List.of(Instant.MIN, Instant.EPOCH.minusMillis(1), Instant.MAX)) {
            assertThatThrownBy(() -> revocations.revoke(ISSUER, "id", moment))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theLastInstantsAndCharactersCanBeRevoked() {
        String id = "🔑".repeat(128);
        revocations.revoke(ISSUER, id, Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(revocations.isRevoked(token(id, "ann", null, now))).isTrue();
    }

    @Test
    void aCallThatTheDatabaseFailsRevokesNothing() {
        String id = fresh();
        Vault.tables.away(true);
        assertThatThrownBy(() -> revocations.revoke(ISSUER, id, soon)).isInstanceOf(SecurityDatabaseException.class);
        Vault.tables.away(false);
        assertThat(revocations.isRevoked(token(id, "ann", null, now))).isFalse();
    }

    @Test
    void whatWasRevokedBeforeARestartStaysRevoked() {
        String id = fresh();
        revocations.revoke(ISSUER, id, soon);
        try (WeldContainer restarted =
                new Weld("restarted").addBeanClasses(Vault.class).initialize()) {
            assertThat(restarted.select(TokenRevocations.class).get().isRevoked(token(id, "ann", null, now)))
                    .isTrue();
        }
    }
}
