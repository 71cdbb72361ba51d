package dev.alacena.cache.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Sweeps that are recorded before the commit that they follow, so that one whose writer dies is made by another node. Keys
 * have fences instead; what a sweep is going to find nobody knows. Thread-safe.
 */
final class Sweeps {
    private final Store store;
    private final Link link;
    private final Later later;
    private final Duration ttl;

    /** How long a record waits for its writer; a sweep that is under way renews it. */
    Sweeps(Store store, Link link, Later later, Duration ttl) {
        this.store = store;
        this.link = link;
        this.later = later;
        this.ttl = ttl;
    }

    /** Records a sweep that is going to be made. */
    CompletionStage<Void> raise(Sweep sweep, String fence) {
        return link.bounded(link.start(() -> store.raiseSweep(sweep, fence, ttl)));
    }

    /** There is no need for it any more. */
    CompletionStage<Void> lower(Sweep sweep, String fence) {
        return link.bounded(link.start(() -> store.lowerSweep(sweep, fence)));
    }

    /** Makes a sweep that was recorded; a record that is left only costs another one. */
    CompletionStage<Long> make(Sweep sweep, String fence) {
        CompletableFuture<Long> swept = store.sweep(sweep).toCompletableFuture();
        renew(swept, sweep, fence);
        return swept.thenCompose(entries -> lower(sweep, fence).handle((done, failure) -> entries));
    }

    private void renew(CompletableFuture<?> swept, Sweep sweep, String fence) {
        if (!swept.isDone()) {
            later.run(ttl.dividedBy(3), () -> {
                if (!swept.isDone()) {
                    raise(sweep, fence);
                    renew(swept, sweep, fence);
                }
            });
        }
    }
}
