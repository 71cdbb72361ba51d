package dev.alacena.cache.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/** Runs something after a while, in a thread of the engine; scripted in tests. */
public interface Later {
    /** Runs an action after a while; what is returned takes the order back. */
    Runnable run(Duration after, Runnable action);

    /** The same stage, failed when the time is over. */
    @SuppressWarnings("FutureReturnValueIgnored") // it only takes the order back
    default <T> CompletableFuture<T> bounded(CompletionStage<T> stage, Duration atMost) {
        CompletableFuture<T> bounded = stage.toCompletableFuture().copy();
        if (!bounded.isDone()) {
            Runnable back = run(atMost, () -> bounded.completeExceptionally(new TimeoutException()));
            bounded.whenComplete((answer, failure) -> back.run());
        }
        return bounded;
    }
}
