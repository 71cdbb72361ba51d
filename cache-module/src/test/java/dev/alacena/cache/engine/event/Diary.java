package dev.alacena.cache.engine.event;

import dev.alacena.api.event.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Follows events, takes them a few at a time as soon as there are some, and writes them down. Thread-safe. */
public final class Diary implements AutoCloseable {
    private static final int FEW = 2;

    private final List<String> lines = new ArrayList<>();
    private final Events.Follower follower;

    /** Of whoever is followed with this to be run at a change. */
    public Diary(Function<Runnable, Events.Follower> follow) {
        synchronized (this) {
            follower = follow.apply(this::read);
            read();
        }
    }

    private synchronized void read() {
        Events.Batch batch;
        do {
            batch = follower.next(FEW);
            if (batch.gap()) {
                lines.add("gap");
            }
            batch.events().forEach(event -> lines.add(event.type() + " " + event.data()));
        } while (!batch.events().isEmpty());
    }

    /** What there was up to now. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** Up to where it may be resumed. */
    public long reached() {
        return follower.next(FEW).reached();
    }

    @Override
    public void close() {
        follower.close();
    }
}
