package dev.alacena.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys change while the application runs. */
class KeysTest {

    private static final TokenSubject ANA = new TokenSubject(7, "ana@example.org", Set.of("user"), "session-1");

    private final KeyPair old = KeyPairs.p256();
    private final KeyPair next = KeyPairs.p256();
    private Instant time = Instant.now();

    @TempDir
    Path folder;

    @BeforeEach
    void theOldKeyAlone() throws IOException {
        write(old, old);
    }

    private void write(KeyPair signing, KeyPair... accepted) throws IOException {
        StringBuilder publicKeys = new StringBuilder();
        for (KeyPair pair : accepted) {
            publicKeys.append(KeyPairs.pem(pair.getPublic()));
        }
        Files.writeString(folder.resolve("private.pem"), KeyPairs.pem(signing.getPrivate()));
        Files.writeString(folder.resolve("public.pem"), publicKeys);
    }

    private KeySource source(String setting, String file) {
        return new KeySource(setting, Optional.of(folder.resolve(file)), Optional.empty());
    }

    private TokenSettings settings() {
        return new TokenSettings(
                true,
                "alacena",
                "alacena",
                Duration.ofMinutes(15),
                Duration.ofHours(12),
                source("login.private-key", "private.pem"),
                source("login.public-keys", "public.pem"));
    }

    private Keys keys() {
        return new Keys(settings().privateKey(), settings().publicKeys(), () -> time);
    }

    private String issue(Keys keys) {
        return new AccessTokens(settings(), keys, Instant::now).issue(ANA, Instant.EPOCH);
    }

    private OwnIssuer verifier(Keys keys) {
        return new OwnIssuer(settings(), keys, () -> time);
    }

    @Test
    void aTokenIsLookedAtOnceAsLongAsItHolds() throws Exception {
        Keys here = keys();
        String token = issue(here);
        OwnIssuer verifier = verifier(here);
        VerifiedToken first = verifier.verify(token);
        time = time.plus(Keys.FRESH);
        assertThat(verifier.verify(token)).isSameAs(first);
        time = first.claims().expiresAt().plusSeconds(Issuer.SKEW_SECONDS);
        assertThat(verifier.verify(token)).as("looked at again").isNotSameAs(first);
    }

    @Test
    void aTokenIsLookedAtAgainWhenTheClockWasSetBack() throws Exception {
        Keys here = keys();
        String token = issue(here);
        OwnIssuer verifier = verifier(here);
        VerifiedToken first = verifier.verify(token);
        time = time.minusMillis(1);
        assertThat(verifier.verify(token)).isNotSameAs(first);
    }

    @Test
    void aTokenThatWasAcceptedIsRefusedWhenItsKeyIsTakenOut() throws Exception {
        Keys here = keys();
        String token = issue(here);
        OwnIssuer verifier = verifier(here);
        verifier.verify(token);
        write(next, next);
        time = time.plus(Keys.FRESH);
        assertThatExceptionOfType(InvalidToken.class).isThrownBy(() -> verifier.verify(token));
    }

    @Test
    void aTokenThatWasAcceptedOpensNothingForOthers() throws Exception {
        Keys here = keys();
        String token = issue(here);
        OwnIssuer verifier = verifier(here);
        verifier.verify(token);
        String other = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(86);
        assertThatExceptionOfType(InvalidToken.class).isThrownBy(() -> verifier.verify(other));
    }

    @Test
    void aRotationLogsNobodyOut() throws Exception {
        Keys here = keys();
        Keys there = keys();
        String before = issue(here);
        write(next, old, next);
        time = time.plus(Keys.FRESH);
        String after = issue(here);
        OwnIssuer verifier = verifier(there);
        assertThat(verifier.verify(before).name()).isEqualTo("ana@example.org");
        assertThat(verifier.verify(after).name()).isEqualTo("ana@example.org");
        assertThat(kid(before)).isNotEqualTo(kid(after));
    }

    @Test
    void aTokenOfAKeyThatIsNewIsAcceptedAfterTheFirstPause() throws Exception {
        Keys there = keys();
        write(next, old, next);
        String after = issue(keys());
        time = time.plus(Keys.PAUSE);
        assertThat(verifier(there).verify(after).name()).isEqualTo("ana@example.org");
    }

    @Test
    void unknownKeyIdsDoNotReadFilesAgainAndAgain() throws Exception {
        Keys there = keys();
        write(next, old, next);
        String after = issue(keys());
        assertThat(there.accepted(kid(after))).isEmpty();
    }

    @Test
    void aKeyThatWasTakenOutIsNotAccepted() throws Exception {
        Keys here = keys();
        String before = issue(here);
        write(next, next);
        time = time.plus(Keys.FRESH);
        assertThat(here.accepted(kid(before))).isEmpty();
    }

    @Test
    void filesThatAreNoKeysLeaveTheLastOnesInUse() throws Exception {
        Keys here = keys();
        Files.writeString(folder.resolve("public.pem"), "half a fi");
        time = time.plus(Keys.FRESH);
        assertThat(here.accepted(kid(issue(here)))).isPresent();
        Files.delete(folder.resolve("private.pem"));
        time = time.plus(Keys.FRESH);
        assertThat(here.accepted(kid(issue(here)))).isPresent();
    }

    @Test
    void onlyPublicPartsArePublished() throws Exception {
        write(next, old, next);
        assertThat(keys().published())
                .contains("\"kid\"", "\"use\":\"sig\"", "\"alg\":\"ES256\"", "\"crv\":\"P-256\"")
                .doesNotContain("\"d\"");
        assertThat(keys().ring()).hasToString("KeyRing[" + kid(issue(keys())) + "]");
    }

    @Test
    void keysThatCannotBeUsedAreRefusedAtTheStart() throws Exception {
        write(old, next);
        assertThatIllegalArgumentException().isThrownBy(this::keys).withMessageContaining("login.public-keys");
        Files.writeString(folder.resolve("private.pem"), "nothing");
        assertThatIllegalArgumentException().isThrownBy(this::keys).withMessageContaining("login.private-key");
        KeyPair stronger = KeyPairs.ec("secp384r1");
        write(stronger, stronger);
        assertThatIllegalArgumentException().isThrownBy(this::keys).withMessageContaining("P-256");
        Files.delete(folder.resolve("public.pem"));
        assertThatIllegalArgumentException().isThrownBy(this::keys).withMessageContaining("login.public-keys-file");
    }

    private static String kid(String token) throws InvalidToken {
        return StrictForm.of(token).text("kid");
    }
}
