package dev.alacena.history.nemesis;

import dev.alacena.history.event.Fault;
import dev.alacena.history.event.Fault.Effect;
import java.io.IOException;

/** Something that can go wrong for a while. */
interface Trouble {

    String name();

    Effect effect();

    /** How long it lasts at least and at most. */
    Lasting lasting();

    /** Whom it hits, or {@link Fault#ALL}. */
    default int process() {
        return Fault.ALL;
    }

    void begin() throws IOException;

    /** Again and again while it lasts. */
    default void goOn() throws IOException {}

    /** All is well again when this returns. */
    void end() throws IOException;

    /** Milliseconds. */
    record Lasting(int least, int most) {}
}
