package dev.alacena.cache.redis;

import dev.alacena.cache.engine.session.SessionRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How sessions are called in Redis, and their fields: {@code ns:session:{handle}} holds one, {@code ns:sessions:{user}} the
 * handles of a user, who is hashed there: names of users may be addresses of mail, and hold any character.
 *
 * @param namespace of the application
 */
record SessionKeys(String namespace) {
    private static final String USER = "user";
    private static final String DATA = "data";
    private static final String TYPE = "type";
    private static final String ADDRESS = "address";
    private static final String AGENT = "agent";
    private static final String CREATED = "created";
    private static final String SEEN = "seen";

    String session(String handle) {
        return namespace + ":session:{" + handle + "}";
    }

    String index(String user) {
        return namespace + ":sessions:{" + hash(user) + "}";
    }

    /** Names and values in turn. */
    static List<String> fields(SessionRow row) {
        return List.of(
                USER, row.user(),
                DATA, row.data(),
                TYPE, row.type(),
                ADDRESS, row.address(),
                AGENT, row.userAgent(),
                CREATED, millis(row.createdAt()),
                SEEN, millis(row.lastSeenAt()));
    }

    /** Empty where there are no such fields, or where they are not what this class writes. */
    static Optional<SessionRow> row(String handle, Map<String, String> fields) {
        if (!fields.keySet().containsAll(List.of(USER, DATA, TYPE, ADDRESS, AGENT, CREATED, SEEN))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SessionRow(
                    handle,
                    text(fields, USER),
                    text(fields, DATA),
                    text(fields, TYPE),
                    text(fields, ADDRESS),
                    text(fields, AGENT),
                    Instant.ofEpochMilli(Long.parseLong(text(fields, CREATED))),
                    Instant.ofEpochMilli(Long.parseLong(text(fields, SEEN)))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    private static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }

    private static String hash(String user) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(user.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
