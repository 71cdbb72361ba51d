package dev.alacena.domain.login;

import dev.alacena.api.NeverCache;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is kept of a refresh token.
 *
 * <p>The token that follows is made of the spent one and of a salt that only the database has. So whoever repeats a
 * request whose answer was lost gets the same successor, and a login never has two that are alive; who has read the
 * database can make none, and who has a spent token neither.
 *
 * @param user whose it is
 * @param session the handle of the session that it continues
 * @param expiresAt when the login ends at the latest; the same for all tokens of a login
 * @param state what may be done with it
 * @param salt of its successor; empty unless it may be repeated
 */
@NeverCache
record RefreshToken(long user, String session, Instant expiresAt, State state, byte[] salt) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    enum State {
        /** It has not been used. */
        FRESH,
        /** It was used a moment ago, and its successor was not: the answer may have been lost. */
        REPEATABLE,
        /** It was used; whoever uses it again has stolen it, or was robbed. */
        SPENT
    }

    RefreshToken {
        salt = salt.clone();
    }

    /** 256 random bits. */
    static byte[] random() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return random;
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of the text of a token. */
    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The token that follows this one. */
    static String successor(String token, byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return text(mac.doFinal(salt));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RefreshToken token
                && user == token.user
                && session.equals(token.session)
                && expiresAt.equals(token.expiresAt)
                && state == token.state
                && Arrays.equals(salt, token.salt);
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }

    /** Without the salt. */
    @Override
    public String toString() {
        return "RefreshToken[user=%d, session=%s, state=%s]".formatted(user, session, state);
    }
}
