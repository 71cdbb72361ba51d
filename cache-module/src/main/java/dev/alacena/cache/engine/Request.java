package dev.alacena.cache.engine;

import java.util.List;

/**
 * One call that wants an answer.
 *
 * @param key what is asked for
 * @param tags names of the tags that an entry stored by this call will carry
 * @param space policy and codec of the cache
 * @param bypass the caller's transaction has written this key or one of the tags
 */
public record Request(Key key, List<String> tags, Space space, boolean bypass) {
    public Request {
        tags = List.copyOf(tags);
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
