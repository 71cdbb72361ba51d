package dev.alacena.domain.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Passwords are kept as salted hashes that are slow to make. */
class PasswordsTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String HASH = Passwords.hash(PASSWORD);

    @Test
    void aHashHasTheFormOfJakartaSecurity() {
        assertThat(HASH).matches("PBKDF2WithHmacSHA512:210000:[A-Za-z0-9+/]{22}==:[A-Za-z0-9+/]{43}=");
    }

    @Test
    void theSamePasswordNeverHasTheSameHash() {
        String other = Passwords.hash(PASSWORD);
        assertThat(other.split(":", -1)[2]).isNotEqualTo(HASH.split(":", -1)[2]);
        assertThat(other.split(":", -1)[3]).isNotEqualTo(HASH.split(":", -1)[3]);
    }

    @Test
    void onlyThePasswordMatches() {
        assertThat(Passwords.matches(PASSWORD, HASH)).isTrue();
        for (String other : List.of("", "Correct horse battery", PASSWORD + " ", HASH)) {
            assertThat(Passwords.matches(other, HASH)).as(other).isFalse();
        }
    }

    /** Vector of another implementation: Python's hashlib.pbkdf2_hmac, salt 0 to 15. */
    @Test
    void aHashOfAnotherImplementationMatches() {
        String other =
                "PBKDF2WithHmacSHA512:1000:AAECAwQFBgcICQoLDA0ODw==:yFXaE7qW2HnMK4chXBTQZPyHs5jq3hBB9ImNsrQK8EI=";
        assertThat(Passwords.matches("contraseña-ñandú", other)).isTrue();
        assertThat(Passwords.matches("contrasena-nandu", other)).isFalse();
    }

    @Test
    void aHashOfOtherParametersIsOutdated() {
        assertThat(Passwords.isOutdated(HASH)).isFalse();
        assertThat(Passwords.isOutdated(HASH.replace(":210000:", ":120000:"))).isTrue();
        assertThat(Passwords.isOutdated(HASH.replace(":210000:", ":600000:"))).isTrue();
        String[] parts = HASH.split(":", -1);
        assertThat(Passwords.isOutdated(String.join(":", parts[0], parts[1], "AAECAwQFBgc=", parts[3])))
                .isTrue();
        assertThat(Passwords.isOutdated(String.join(":", parts[0], parts[1], parts[2], "AAECAwQFBgcICQoLDA0ODw==")))
                .isTrue();
    }

    @Test
    void aDamagedHashMatchesNothing() {
        String[] parts = HASH.split(":", -1);
        for (String damaged : List.of(
                "",
                PASSWORD,
                HASH.substring(0, HASH.length() / 2),
                HASH.substring(0, HASH.length() - 40),
                HASH.substring(0, HASH.length() - 1) + "*",
                HASH + ":",
                HASH.replace("SHA512", "SHA1"),
                HASH.replace(":210000:", ":0:"),
                HASH.replace(":210000:", ":-1:"),
                String.join(":", parts[0], parts[1], "=", parts[3]),
                String.join(":", parts[0], parts[1], parts[2], "===="))) {
            assertThat(Passwords.matches(PASSWORD, damaged)).as(damaged).isFalse();
        }
    }

    /** By the time that this thread computes, which others cannot lengthen. */
    @Test
    void nobodysAndDamagedHashesCostAsMuchAsAnother() {
        Passwords.matchesNobody(PASSWORD);
        long known = cost(() -> Passwords.matches(PASSWORD, HASH));
        assertThat(cost(() -> Passwords.matchesNobody(PASSWORD))).isGreaterThan(known / 3);
        assertThat(cost(() -> Passwords.matches(PASSWORD, "damaged"))).isGreaterThan(known / 3);
    }

    private static long cost(Runnable work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    @Test
    void theRuleIsLengthAndNoControlCharacters() {
        for (String good : List.of("x".repeat(12), "x".repeat(128), "pass phrase with spaces", "contraseña-ñandú")) {
            assertThat(good).matches(Passwords.PATTERN);
        }
        for (String bad : List.of(
                "",
                "x".repeat(11),
                "x".repeat(129),
                "twelve chars\n",
                "twelve\u0000chars",
                "x".repeat(12) + "\ud83d")) {
            assertThat(bad).doesNotMatch(Passwords.PATTERN);
        }
    }
}
