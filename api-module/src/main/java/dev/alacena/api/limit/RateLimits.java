package dev.alacena.api.limit;

/**
 * Rate limits for code. Inject it; it is thread-safe and application scoped.
 *
 * <p>There are two kinds, and a name stands for one of each:
 *
 * <ul>
 *   <li>A <b>bucket</b> ({@link #take}, {@link #probe}), as {@link RateLimited} describes it. Its numbers come from an
 *       annotation of the same name, or from {@code alacena.rate-limits.<limit>.permits} and {@code .per}.
 *   <li>A <b>growing delay</b> ({@link #attempt}) against guessing, such as of passwords. An attempt counts as failed until it
 *       is said to have succeeded, so guesses that run at once do not slip through. The first {@code free-failures} cost
 *       nothing; after the next one the key waits {@code first-delay}, and twice as long after each further one, up to
 *       {@code longest-delay}. A key without attempts for {@code forget-after} begins anew.
 * </ul>
 *
 * <pre>{@code
 * Verdict byAccount = limits.attempt("login-account", email);
 * Verdict byAddress = limits.attempt("login-address", clientAddress.network(request));
 * if (!byAccount.allowed() || !byAddress.allowed()) {
 *     throw tooManyRequests(…);
 * }
 * if (passwordIsRight(…)) {
 *     limits.succeeded("login-account", email);
 *     limits.withdraw("login-address", clientAddress.network(request));
 * }
 * }</pre>
 *
 * <p>Limits are names of 1 to 100 letters, digits, {@code . _ -}; keys are any text, and reach Redis as a hash only. Others are an
 * {@link IllegalArgumentException}, as is a bucket of which nobody has said how large it is. No method fails because of Redis,
 * or waits for it longer than {@code alacena.redis.timeout}: while it does not answer, this node counts for itself.
 */
public interface RateLimits {

    /** Takes a permit out of the bucket of a key, if there is one. */
    Verdict take(String limit, String key);

    /** What {@link #take} would say; nothing is taken. */
    Verdict probe(String limit, String key);

    /**
     * Begins an attempt, which counts as failed from now on. One that is not allowed does not count, and must not be made.
     */
    Verdict attempt(String limit, String key);

    /** The last attempt has succeeded: all failures of this key are forgotten. */
    void succeeded(String limit, String key);

    /**
     * The last attempt has told nothing, as if it had not been made: it broke off, or it succeeded where others of the same
     * key may still be guesses, as behind one address. The failures before it stay.
     */
    void withdraw(String limit, String key);
}
