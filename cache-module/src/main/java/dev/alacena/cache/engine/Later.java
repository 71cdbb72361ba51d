package dev.alacena.cache.engine;

import java.time.Duration;

/** Runs something after a while, in a thread of the engine; scripted in tests. */
public interface Later {
    void run(Duration after, Runnable action);
}
