package dev.alacena.history.event;

import java.util.function.Consumer;

/** What happened, as often as it is asked for. */
public interface History {

    /** Writes and loads, in no order. */
    void changes(Consumer<Event> to);

    /** Reads of all kinds, by their ends. */
    void reads(Consumer<Event> to);
}
