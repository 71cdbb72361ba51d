package dev.alacena.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one read of a cache came to: a hit, or a miss with its reason.
 *
 * @param cache name of the cache
 * @param key as it stands in Redis; it may name people, so it is for those only who may know what was asked for
 * @param level that answered; null for a miss
 * @param reason of a miss; null for a hit
 * @param timeToLive what was left of the entry's; zero for a miss
 * @param age how long ago the entry was stored; zero for a miss
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9211">RFC 9211, the header Cache-Status</a>
 */
public record CacheRead(
        String cache,
        String key,
        @Nullable CacheLevel level,
        @Nullable MissReason reason,
        Duration timeToLive,
        Duration age) {

    /** Whether the cache answered. */
    public boolean hit() {
        return level != null;
    }
}
