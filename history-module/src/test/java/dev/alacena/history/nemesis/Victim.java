package dev.alacena.history.nemesis;

import java.io.IOException;

/** A process of the application, for the nemesis. */
public interface Victim {

    int number();

    /** Its way to level 2. */
    Proxy link();

    void kill() throws IOException;

    /** Starts it again; it works when this returns. */
    void restart() throws IOException;

    void pause() throws IOException;

    void resume() throws IOException;
}
