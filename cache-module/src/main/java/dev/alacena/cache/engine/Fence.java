package dev.alacena.cache.engine;

import java.util.HashSet;
import java.util.Set;

/** The fences of one writer. Used by one thread at a time. */
public final class Fence {
    private final String id;
    private final Set<Key> raised = new HashSet<>();

    Fence(String id) {
        this.id = id;
    }

    /** 128 random bits. */
    String id() {
        return id;
    }

    /** Whether this writer raises its fence on a key for the first time. */
    boolean first(Key key) {
        return raised.add(key);
    }
}
