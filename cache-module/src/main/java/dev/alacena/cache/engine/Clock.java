package dev.alacena.cache.engine;

/** Monotonic time; {@link System#nanoTime} but in tests. */
@FunctionalInterface
public interface Clock {
    long nanos();
}
