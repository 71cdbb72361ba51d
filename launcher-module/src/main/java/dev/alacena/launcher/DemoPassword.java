package dev.alacena.launcher;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The password of all people of the demo data. In a database of our own, which only this machine reaches and which ends with
 * us, it is known to everybody; in one that was given it is random.
 *
 * @param text the password
 */
record DemoPassword(String text) {

    private static final String KNOWN = "alacena-demo-password";
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int ITERATIONS = 210_000;
    private static final int BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    static DemoPassword of(Options options) {
        return new DemoPassword(options.database() == null ? KNOWN : random());
    }

    private static String random() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** As the application keeps it. */
    String hash() throws LaunchFailure {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        try {
            byte[] hash = SecretKeyFactory.getInstance(ALGORITHM)
                    .generateSecret(new PBEKeySpec(text.toCharArray(), salt, ITERATIONS, BITS))
                    .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return String.join(
                    ":",
                    ALGORITHM,
                    String.valueOf(ITERATIONS),
                    base64.encodeToString(salt),
                    base64.encodeToString(hash));
        } catch (GeneralSecurityException e) {
            throw new LaunchFailure("cannot hash the demo password", e);
        }
    }
}
