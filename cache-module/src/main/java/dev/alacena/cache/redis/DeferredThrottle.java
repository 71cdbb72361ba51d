package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Throttle;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Limits in Redis from when its servers can be reached. Thread-safe. */
record DeferredThrottle(Supplier<? extends CompletionStage<Throttle>> reached) implements Throttle {

    @Override
    public CompletionStage<Reading> take(String name, Bucket bucket) {
        return when(throttle -> throttle.take(name, bucket));
    }

    @Override
    public CompletionStage<Reading> probe(String name, Bucket bucket) {
        return when(throttle -> throttle.probe(name, bucket));
    }

    @Override
    public CompletionStage<Reading> attempt(String name, Delay delay) {
        return when(throttle -> throttle.attempt(name, delay));
    }

    @Override
    public CompletionStage<Void> forget(String name) {
        return when(throttle -> throttle.forget(name));
    }

    @Override
    public CompletionStage<Void> withdraw(String name) {
        return when(throttle -> throttle.withdraw(name));
    }

    private <T> CompletionStage<T> when(Function<Throttle, CompletionStage<T>> question) {
        return reached.get().thenCompose(question);
    }
}
