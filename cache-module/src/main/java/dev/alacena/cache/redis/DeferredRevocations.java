package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Revocation;
import dev.alacena.cache.engine.RevocationCopy;
import dev.alacena.cache.engine.Suspect;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** The copy of the revocations in servers that may not have been reached yet. Thread-safe. */
record DeferredRevocations(Supplier<CompletionStage<RevocationCopy>> attempt) implements RevocationCopy {

    private <T> CompletionStage<T> when(Function<RevocationCopy, CompletionStage<T>> reached) {
        return attempt.get().thenCompose(reached);
    }

    @Override
    public CompletionStage<Void> add(Revocation revocation) {
        return when(copy -> copy.add(revocation));
    }

    @Override
    public CompletionStage<Void> put(List<Revocation> revocations) {
        return when(copy -> copy.put(revocations));
    }

    @Override
    public CompletionStage<Answer> find(Suspect suspect) {
        return when(copy -> copy.find(suspect));
    }

    @Override
    public CompletionStage<Page> page(String cursor) {
        return when(copy -> copy.page(cursor));
    }

    @Override
    public CompletionStage<String> begin() {
        return when(RevocationCopy::begin);
    }

    @Override
    public CompletionStage<Boolean> complete(String rebuild) {
        return when(copy -> copy.complete(rebuild));
    }
}
