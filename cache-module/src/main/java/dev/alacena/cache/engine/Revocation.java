package dev.alacena.cache.engine;

import java.util.Locale;
import java.util.Optional;

/**
 * Tokens that are accepted no longer. Moments are seconds since 1970.
 *
 * @param kind which of their claims names them
 * @param issuer their {@code iss}
 * @param name their {@code jti}, {@code sid} or {@code sub}
 * @param mark of a subject: the latest {@code iat} of its revoked tokens; {@link Findings#NO_MARK} for others
 * @param until for how long it is remembered
 */
public record Revocation(Kind kind, String issuer, String name, long mark, long until) {

    /** The claim that names tokens. */
    public enum Kind {
        TOKEN("t"),
        SESSION("s"),
        SUBJECT("u");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }

        /** The word for it in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Kind> of(String letter) {
            for (Kind kind : values()) {
                if (kind.letter.equals(letter)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** What is revoked, as one text; different for different tokens. */
    public String field() {
        return field(kind, issuer, name);
    }

    public static String field(Kind kind, String issuer, String name) {
        return kind.letter + issuer.length() + ":" + issuer + name;
    }

    /** The rest of it as text. */
    public String value() {
        return until + ":" + mark;
    }

    /** The revocation of these texts; empty when they are of none. */
    public static Optional<Revocation> parse(String field, String value) {
        try {
            int colon = field.indexOf(':');
            int issuer = colon + 1 + Integer.parseInt(field.substring(1, colon));
            int between = value.indexOf(':');
            long until = Long.parseLong(value.substring(0, between));
            long mark = Long.parseLong(value.substring(between + 1));
            return Kind.of(field.substring(0, 1))
                    .map(kind -> new Revocation(
                            kind, field.substring(colon + 1, issuer), field.substring(issuer), mark, until));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
