package dev.alacena.api;

import java.time.Duration;
import java.util.Optional;
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
     * What is left of the time to live of the entry of a call with these arguments, as Redis tells; empty when there is none,
     * and when Redis is away.
     */
    Optional<Duration> timeToLive(@Nullable Object... arguments);

    /**
     * Takes out the entry of a call with these arguments, as {@link Cache#invalidate} does.
     *
     * @return whether there was an entry
     */
    boolean invalidate(@Nullable Object... arguments);
}
