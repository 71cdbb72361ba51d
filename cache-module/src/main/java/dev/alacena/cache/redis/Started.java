package dev.alacena.cache.redis;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A client that connects at its first command, or that is closed, throws at once: that is a failed stage like any other. */
final class Started {
    private Started() {}

    static <T> CompletionStage<T> of(Supplier<? extends CompletionStage<T>> command) {
        try {
            return command.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }
}
