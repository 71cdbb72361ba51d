package dev.alacena.cache.engine;

import java.time.Duration;
import java.util.Map;

/** What the versions of tags say about entries. */
final class Tags {
    private static final Duration SLACK = Duration.ofMinutes(1);

    private Tags() {}

    /** How long a tag must stay so that it outlives the entry about to be loaded. */
    static Duration timeToLive(Policy.Times times) {
        return times.ttl().plus(times.lease()).plus(SLACK);
    }

    /** Whether every tag still has the version that the entry was loaded under. */
    static boolean current(Map<String, Long> entry, Map<String, Long> now) {
        return entry.entrySet().stream().allMatch(tag -> tag.getValue().equals(now.get(tag.getKey())));
    }
}
