package dev.alacena.api;

import org.jspecify.annotations.Nullable;

/**
 * The entries of one {@link Cached} method, addressed by the arguments of its calls.
 *
 * <p>Thread-safe; wrong arguments are an {@link IllegalArgumentException}.
 */
public interface CachedMethod {

    /** The name of the cache that the method uses. */
    String cache();

    /** The key of a call with these arguments, as it stands in Redis. */
    String key(@Nullable Object... arguments);

    /**
     * Takes out the entry of a call with these arguments, as {@link Cache#invalidate} does.
     *
     * @return whether there was an entry
     */
    boolean invalidate(@Nullable Object... arguments);
}
