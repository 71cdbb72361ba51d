package dev.alacena.cache.wiring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What a test calls of an application whose classes it does not have. */
public interface Deployed {
    Object item(long id);

    CompletionStage<?> later(long id, CompletableFuture<Void> loaded);

    void change(long id);
}
