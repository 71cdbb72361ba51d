package dev.alacena.cache.engine;

/** What this node holds in memory: level 1 and the loads under way. Thread-safe. */
record Locals(Near near, Flights flights) {

    /** Applies a write of this node, before the writing call returns. */
    void forget(Changes changes) {
        changes.keys().keySet().forEach(key -> {
            near.drop(key);
            flights.divert(key);
        });
        if (!changes.tags().isEmpty()) {
            near.dropTags(changes.tags());
            flights.divertTags(changes.tags());
        }
        changes.sweeps().forEach(this::forget);
    }

    void forget(Sweep sweep) {
        near.drop(sweep);
        flights.divert(sweep);
    }
}
