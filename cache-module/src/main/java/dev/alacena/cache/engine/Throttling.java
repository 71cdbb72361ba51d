package dev.alacena.cache.engine;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Counts over all nodes while level 2 answers, and on this node alone while it does not. Never fails. Thread-safe. */
public final class Throttling {
    private final Throttle shared;
    private final Throttle local;
    private final Link link;
    private final Duration patience;

    /**
     * Counts in two places.
     *
     * @param shared over all nodes; the same as {@code local} where there is one node only
     * @param local on this node; answers at once
     * @param link the way to what is shared
     * @param patience how long a call waits for it
     */
    public Throttling(Throttle shared, Throttle local, Link link, Duration patience) {
        this.shared = shared;
        this.local = local;
        this.link = link;
        this.patience = patience;
    }

    public Throttle.Reading take(String name, Throttle.Bucket bucket) {
        return ask(throttle -> throttle.take(name, bucket));
    }

    public Throttle.Reading probe(String name, Throttle.Bucket bucket) {
        return ask(throttle -> throttle.probe(name, bucket));
    }

    public Throttle.Reading attempt(String name, Throttle.Delay delay) {
        return ask(throttle -> throttle.attempt(name, delay));
    }

    /** On both sides: what failed during an outage is forgiven after it, too. */
    public void forget(String name) {
        tell(throttle -> throttle.forget(name));
    }

    public void withdraw(String name) {
        tell(throttle -> throttle.withdraw(name));
    }

    private <T> T ask(Function<Throttle, CompletionStage<T>> question) {
        return link.await(() -> question.apply(shared), patience, () -> local(question));
    }

    private void tell(Function<Throttle, CompletionStage<Void>> order) {
        if (shared != local) {
            link.await(() -> order.apply(shared).thenApply(done -> true), patience, () -> false);
        }
        local(order);
    }

    private <T> T local(Function<Throttle, CompletionStage<T>> question) {
        return question.apply(local).toCompletableFuture().join();
    }
}
