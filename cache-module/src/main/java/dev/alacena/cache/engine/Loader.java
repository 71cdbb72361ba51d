package dev.alacena.cache.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The method behind the cache. */
@FunctionalInterface
public interface Loader {
    /** As long as the cache says. */
    Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

    @Nullable
    Object load() throws Exception;

    /** For how long an entry with what it loaded may live, however long those of the cache do; at least one millisecond. */
    default Duration life(@Nullable Object value) {
        return FOR_EVER;
    }
}
