package dev.alacena.history.application;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The last run of a loader in a thread; none if the cache had an answer. */
final class Load {
    private static final ThreadLocal<@Nullable Load> LAST = new ThreadLocal<>();
    private static final ThreadLocal<Long> PAUSE = ThreadLocal.withInitial(() -> 0L);

    final long start = System.nanoTime();
    private long end;
    private @Nullable Item item;

    private Load() {}

    static Load begin() {
        Load load = new Load();
        LAST.set(load);
        return load;
    }

    /** The next loader in this thread takes so much longer after it has read. */
    static void pauseNext(long nanos) {
        PAUSE.set(nanos);
    }

    void brought(Item loaded) {
        item = loaded;
    }

    void over() {
        LockSupport.parkNanos(PAUSE.get());
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
