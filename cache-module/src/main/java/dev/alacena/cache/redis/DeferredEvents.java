package dev.alacena.cache.redis;

import dev.alacena.cache.engine.event.EventStore;
import dev.alacena.cache.engine.event.Note;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Events in Redis from when its servers can be reached. Thread-safe. */
record DeferredEvents(Supplier<? extends CompletionStage<EventStore>> reached) implements EventStore {

    @Override
    public CompletionStage<Void> add(Note note) {
        return reached.get().thenCompose(store -> store.add(note));
    }

    @Override
    public CompletionStage<Turn> from(long number) {
        return reached.get().thenCompose(store -> store.from(number));
    }

    @Override
    public CompletionStage<?> changed(long number) {
        return reached.get().thenCompose(store -> store.changed(number));
    }
}
