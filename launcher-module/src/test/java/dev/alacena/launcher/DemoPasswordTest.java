package dev.alacena.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;

/** A database that was given gets no password that everybody knows. */
class DemoPasswordTest {

    private static String text(String... options) throws LaunchFailure {
        return DemoPassword.of(Options.parse(options)).text();
    }

    @Test
    void theOneOfAnOwnDatabaseIsKnown() throws LaunchFailure {
        assertThat(text()).isEqualTo("alacena-demo-password").isEqualTo(text("redis.url=redis://cache.example:6379"));
    }

    @Test
    void theOneOfADatabaseThatWasGivenIsRandom() throws LaunchFailure {
        String given = "db.url=jdbc:postgresql://db.example/shop";
        assertThat(text(given)).matches("[A-Za-z0-9_-]{24}").isNotEqualTo(text(given));
    }

    @Test
    void itIsKeptAsTheApplicationKeepsPasswords() throws LaunchFailure, GeneralSecurityException {
        DemoPassword password = new DemoPassword("correct horse battery");
        String[] parts = password.hash().split(":");
        assertThat(parts).hasSize(4).startsWith("PBKDF2WithHmacSHA512", "210000");
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] expected = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(new PBEKeySpec("correct horse battery".toCharArray(), salt, 210_000, 256))
                .getEncoded();
        assertThat(Base64.getDecoder().decode(parts[3])).isEqualTo(expected);
        assertThat(salt).hasSize(16);
        assertThat(password.hash()).isNotEqualTo(password.hash());
    }
}
