package dev.alacena.cache.engine;

/**
 * What somebody knows against a token.
 *
 * @param named whether its id or its session is revoked
 * @param mark the latest {@code iat}, in seconds, of the revoked tokens of its subject; {@link #NO_MARK} where none are
 */
public record Findings(boolean named, long mark) {
    public static final long NO_MARK = -1;

    public static final Findings NONE = new Findings(false, NO_MARK);

    /** Whether a token of this {@code iat} is revoked. */
    public boolean against(long issuedAt) {
        return named || issuedAt <= mark;
    }

    Findings and(Findings others) {
        return new Findings(named || others.named, Math.max(mark, others.mark));
    }
}
