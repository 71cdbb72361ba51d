package dev.alacena.cache.engine;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The method behind the cache, when it answers later. */
@FunctionalInterface
public interface AsyncLoader {
    CompletionStage<@Nullable Object> load() throws Exception;

    /**
     * The same loader for a thread of the engine's executor, with the context of the thread that asks now; null when the
     * method can only be called by its caller's thread, which then waits.
     */
    default @Nullable AsyncLoader later() {
        return this;
    }
}
