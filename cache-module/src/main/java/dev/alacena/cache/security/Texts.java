package dev.alacena.cache.security;

import dev.alacena.api.security.TokenClaims;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which texts and moments can be revoked: those that come back from the database and from Redis as they were. */
final class Texts {
    private static final int MOST = 256;
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Texts() {}

    static void check(String what, @Nullable String text) {
        if (!good(text)) {
            throw new IllegalArgumentException("the %s is no text of 1 to %d characters".formatted(what, MOST));
        }
    }

    static Instant check(Instant moment) {
        if (moment.isBefore(Instant.EPOCH) || !moment.isBefore(END)) {
            throw new IllegalArgumentException("the moment is none of the years 1970 to 9999");
        }
        return moment;
    }

    /** Whether somebody could revoke this token. */
    static boolean revocable(TokenClaims token) {
        return good(token.issuer())
                && good(token.id())
                && good(token.subject())
                && (token.session() == null || good(token.session()));
    }

    private static boolean good(@Nullable String text) {
        return text != null
                && !text.isEmpty()
                && text.length() <= MOST
                && text.codePoints().noneMatch(Texts::bad);
    }

    /** No character, or one that PostgreSQL refuses. */
    private static boolean bad(int point) {
        return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
