package dev.alacena.domain.user;

import java.util.Locale;

/**
 * An e-mail address in its one canonical spelling, so that it can be a key: trimmed, in lower case. Any other text is an
 * {@link IllegalArgumentException}.
 *
 * @param value the address, 254 characters at most
 */
public record Email(String value) {

    /** ASCII addresses with a domain, as HTML's {@code input type=email} has them. */
    public static final String PATTERN = "(?=.{1,254}$)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
            + "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*";

    /** What {@link #PATTERN} says, in words. */
    public static final String RULE = "must be an e-mail address of 254 characters at most";

    public Email {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!value.matches(PATTERN)) {
            throw new IllegalArgumentException(RULE);
        }
    }
}
