package dev.alacena.domain.login;

import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords as hashes: PBKDF2 with HMAC-SHA-512, a salt for each, in the text form of Jakarta Security's {@code
 * Pbkdf2PasswordHash}, {@code algorithm:iterations:salt:hash}.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP, password storage</a>
 */
public final class Passwords {

    /** What a password is made of: 12 to 128 characters, none of them a control character. */
    public static final String PATTERN = "[^\\p{Cntrl}\\p{Cs}]{12,128}";

    /** What {@link #PATTERN} says, in words. */
    public static final String RULE = "must be 12 to 128 characters, none of them a control character";

    private static final System.Logger LOG = System.getLogger(Passwords.class.getName());
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int ITERATIONS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** Fewer bytes are the rest of a hash, and many passwords would match them. */
    private static final int SHORTEST = 16;

    private static final Pattern FORM =
            Pattern.compile("PBKDF2WithHmacSHA512:([1-9][0-9]{0,8}):([A-Za-z0-9+/=]+):([A-Za-z0-9+/=]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Nobody's, so that unknown users cost the same time as known ones. */
    private static final String NOBODY = hash(Base64.getEncoder().encodeToString(random(32)));

    private Passwords() {}

    /** The hash of a new password. */
    static String hash(String password) {
        byte[] salt = random(SALT_BYTES);
        Base64.Encoder base64 = Base64.getEncoder();
        return "%s:%d:%s:%s"
                .formatted(
                        ALGORITHM,
                        ITERATIONS,
                        base64.encodeToString(salt),
                        base64.encodeToString(derive(password, salt, ITERATIONS, HASH_BYTES)));
    }

    /** Whether this is the password of the hash; costs the same either way. A damaged hash is nobody's, and is logged. */
    static boolean matches(String password, String hash) {
        try {
            Matcher form = form(hash);
            byte[] expected = bytes(form, 3);
            return MessageDigest.isEqual(
                    expected, derive(password, bytes(form, 2), Integer.parseInt(form.group(1)), expected.length));
        } catch (IllegalArgumentException damaged) {
            LOG.log(Level.WARNING, "A stored password matches nothing: {0}", damaged.getMessage());
            matchesNobody(password);
            return false;
        }
    }

    /** Costs what {@link #matches} costs. */
    static void matchesNobody(String password) {
        matches(password, NOBODY);
    }

    /** Whether a hash that matched was made by other parameters than those of today. */
    static boolean isOutdated(String hash) {
        Matcher form = form(hash);
        return Integer.parseInt(form.group(1)) != ITERATIONS
                || bytes(form, 2).length < SALT_BYTES
                || bytes(form, 3).length != HASH_BYTES;
    }

    /** Messages have nothing of the hash in them. */
    private static Matcher form(String hash) {
        Matcher form = FORM.matcher(hash);
        if (!form.matches() || bytes(form, 2).length == 0 || bytes(form, 3).length < SHORTEST) {
            throw new IllegalArgumentException("it is not of a form that is known");
        }
        return form;
    }

    private static byte[] bytes(Matcher form, int group) {
        return Base64.getDecoder().decode(form.group(group));
    }

    private static byte[] derive(String password, byte[] salt, int iterations, int bytes) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, bytes * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(ALGORITHM + " is not available", missing);
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
