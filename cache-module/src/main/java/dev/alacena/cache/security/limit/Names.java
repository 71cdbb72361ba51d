package dev.alacena.cache.security.limit;

import dev.alacena.cache.engine.Throttle;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Under which names is counted: that of the limit, and a hash of the key, as keys are e-mails and addresses of people. The hash
 * covers the numbers of a bucket too, so that other numbers begin with other buckets.
 */
final class Names {
    private Names() {}

    static String of(String limit, Throttle.Bucket bucket, String key) {
        return limit + ":" + hash(limit, bucket.permits() + "/" + bucket.per(), key);
    }

    static String of(String limit, String key) {
        return limit + ":" + hash(limit, "", key);
    }

    private static String hash(String limit, String numbers, String key) {
        byte[] text = (limit + "\n" + numbers + "\n" + key).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
