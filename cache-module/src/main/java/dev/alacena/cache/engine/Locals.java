package dev.alacena.cache.engine;

import java.util.Collection;

/** What this node holds in memory: level 1 and the loads under way. Thread-safe. */
record Locals(Near near, Flights flights) {

    /** Applies a write of this node, before the writing call returns. */
    void forget(Changes changes) {
        changes.keys().keySet().forEach(this::forget);
        if (!changes.tags().isEmpty()) {
            forgetTags(changes.tags());
        }
        changes.sweeps().forEach(this::forget);
    }

    void forget(Key key) {
        near.drop(key);
        flights.divert(key);
    }

    void forgetTags(Collection<String> tags) {
        near.dropTags(tags);
        flights.divertTags(tags);
    }

    void forget(Sweep sweep) {
        near.drop(sweep);
        flights.divert(sweep);
    }
}
