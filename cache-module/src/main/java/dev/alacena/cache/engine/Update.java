package dev.alacena.cache.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that a write wants to leave in the cache.
 *
 * @param request key and cache
 * @param tags versions of the entry's tags, from before the write
 * @param value what the write returned; null removes the entry
 */
public record Update(Request request, Map<String, Long> tags, @Nullable Object value) {
    public Update {
        tags = Map.copyOf(tags);
    }
}
