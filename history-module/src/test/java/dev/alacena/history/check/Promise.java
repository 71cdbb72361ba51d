package dev.alacena.history.check;

import dev.alacena.history.event.Event;

/** Looks at the reads of a run, by their ends, and says which break it. */
interface Promise {

    /** A read that returned a version that was committed. */
    void read(Event read, Row row);
}
