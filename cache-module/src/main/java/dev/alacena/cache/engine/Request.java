package dev.alacena.cache.engine;

import java.time.Duration;
import java.util.List;

/**
 * One call that wants an answer.
 *
 * @param key what is asked for
 * @param tags names of the tags that an entry stored by this call will carry
 * @param space policy and codec of the cache
 * @param view what the caller sees of the database
 */
public record Request(Key key, List<String> tags, Space space, View view) {
    public Request {
        tags = List.copyOf(tags);
    }

    /** The same request of a caller with another view. */
    public Request with(View other) {
        return new Request(key, tags, space, other);
    }

    /** The same request, whose entry lives so long at most. */
    Request atMost(Duration life) {
        return life.compareTo(policy().times().ttl()) >= 0
                ? this
                : new Request(key, tags, space.with(policy().withTtl(life)), view);
    }

    Policy policy() {
        return space.policy();
    }

    Codec codec() {
        return space.codec();
    }

    Counters counters() {
        return space.counters();
    }
}
