package dev.alacena.history.application;

import org.jspecify.annotations.Nullable;

/** The last run of a loader in a thread; none if the cache had an answer. */
final class Load {
    private static final ThreadLocal<@Nullable Load> LAST = new ThreadLocal<>();

    final long start = System.nanoTime();
    private long end;
    private @Nullable Item item;

    private Load() {}

    static Load begin() {
        Load load = new Load();
        LAST.set(load);
        return load;
    }

    void brought(Item loaded) {
        item = loaded;
    }

    void over() {
        end = System.nanoTime();
    }

    /** What ran since the last time that somebody asked. */
    static @Nullable Load take() {
        Load load = LAST.get();
        LAST.remove();
        return load;
    }

    long end() {
        return end;
    }

    /** What it brought; null if it failed. */
    @Nullable
    Item item() {
        return item;
    }
}
