package dev.alacena.cache.engine;

import dev.alacena.cache.engine.Counters.Event;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Runs loaders, counted and timed. Thread-safe. */
final class Loads {
    private final Clock clock;

    Loads(Clock clock) {
        this.clock = clock;
    }

    @Nullable
    Object run(Request request, Loader loader) throws Exception {
        long start = clock.nanos();
        boolean loaded = false;
        try {
            Object value = loader.load();
            loaded = true;
            return value;
        } finally {
            count(request, start, loaded);
        }
    }

    CompletionStage<@Nullable Object> start(Request request, AsyncLoader loader) throws Exception {
        long start = clock.nanos();
        CompletionStage<@Nullable Object> stage;
        try {
            stage = loader.load();
        } catch (Exception | Error e) {
            count(request, start, false);
            throw e;
        }
        return stage.whenComplete((value, failure) -> count(request, start, failure == null));
    }

    private void count(Request request, long start, boolean loaded) {
        request.counters().count(loaded ? Event.LOAD : Event.LOAD_FAILURE);
        if (loaded) {
            request.counters().loadTimes().add(clock.nanos() - start);
        }
    }
}
