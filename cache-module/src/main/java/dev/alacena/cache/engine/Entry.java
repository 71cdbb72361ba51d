package dev.alacena.cache.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value with the versions of its tags, read before the value was loaded.
 *
 * @param value the value; null is one
 * @param tags version by name of tag
 */
public record Entry(@Nullable Object value, Map<String, Long> tags) {
    public Entry {
        tags = Map.copyOf(tags);
    }
}
