package dev.alacena.cache.local;

import dev.alacena.cache.engine.event.EventStore;
import dev.alacena.cache.engine.event.Note;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The events of one node, in its memory. Thread-safe. */
public final class MemoryEvents implements EventStore {
    private final Deque<Numbered> events = new ArrayDeque<>();
    private long last;
    private CompletableFuture<Void> change = new CompletableFuture<>();

    /**
     * No events yet.
     *
     * @param last number, above all that this node may have given before it was started again
     */
    public MemoryEvents(long last) {
        this.last = last;
    }

    @Override
    public CompletionStage<Void> add(Note note) {
        kept(note).complete(null);
        return CompletableFuture.completedStage(null);
    }

    /** Who waits for it. */
    private synchronized CompletableFuture<Void> kept(Note note) {
        events.add(new Numbered(++last, note));
        if (events.size() > MOST) {
            events.remove();
        }
        CompletableFuture<Void> waited = change;
        change = new CompletableFuture<>();
        return waited;
    }

    @Override
    public synchronized CompletionStage<Turn> from(long number) {
        List<Numbered> turn = events.stream()
                .filter(event -> event.number() >= number)
                .limit(TURN)
                .toList();
        return CompletableFuture.completedStage(new Turn(last, turn));
    }

    /** One waits; whoever did before is sent to look. */
    @Override
    public CompletionStage<?> changed(long number) {
        CompletableFuture<Void> waiting = new CompletableFuture<>();
        CompletableFuture<Void> before;
        synchronized (this) {
            if (number < last) {
                return CompletableFuture.completedStage(null);
            }
            before = change;
            change = waiting;
        }
        before.complete(null);
        return waiting;
    }
}
