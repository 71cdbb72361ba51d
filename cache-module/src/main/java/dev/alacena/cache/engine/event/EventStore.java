package dev.alacena.cache.engine.event;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Keeps the events that all nodes share, and numbers them: each number is the one before plus one, but for a store that has
 * lost what it had, which goes on with greater numbers. Thread-safe.
 */
public interface EventStore {
    /** Events that are kept at least. */
    int MOST = 50_000;

    /** Events of one turn. */
    int TURN = 200;

    /** Before the first event. */
    long START = 0;

    /** Adds an event at the end; one that was not confirmed may be there all the same. */
    CompletionStage<Void> add(Note note);

    /** The first events from a number on, that one with them. */
    CompletionStage<Turn> from(long number);

    /** Done when there may be an event after a number, or before that; who asks bounds the wait. */
    CompletionStage<?> changed(long number);

    /**
     * What one turn brings.
     *
     * @param last number of the last event that there was; {@value #START} when nothing is known of any
     * @param events {@value #TURN} at most, in order
     */
    record Turn(long last, List<Numbered> events) {
        boolean complete() {
            return events.size() < TURN;
        }
    }

    /** An event and its number. */
    record Numbered(long number, Note note) {}
}
