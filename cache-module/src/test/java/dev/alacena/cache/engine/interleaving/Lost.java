package dev.alacena.cache.engine.interleaving;

import dev.alacena.cache.engine.Store;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A store out of reach. */
final class Lost {
    private static final List<String> INVALIDATIONS = List.of("raise", "lower");
    private static final List<String> OTHERS = List.of("read", "claim", "fill", "abandon", "put", "invalidate");

    private Lost() {}

    /** Fences and invalidations do not arrive; the writer is told so, or that they have. */
    static Scenario.Between<Store> invalidations(boolean told) {
        return (scene, plain) -> without(
                INVALIDATIONS,
                plain,
                told ? CompletableFuture.failedFuture(new IllegalStateException("lost")) : Loose.done(false));
    }

    /** No command arrives. */
    static Scenario.Between<Store> everything() {
        CompletableFuture<?> failed = CompletableFuture.failedFuture(new IllegalStateException("away"));
        return (scene, plain) -> without(OTHERS, without(INVALIDATIONS, plain, failed), failed);
    }

    private static Store without(List<String> operations, Store plain, Object answer) {
        Twist<Store> twist = new Twist<>(Store.class, plain);
        operations.forEach(operation -> twist.instead(operation, (arguments, call) -> answer));
        return twist.made();
    }
}
