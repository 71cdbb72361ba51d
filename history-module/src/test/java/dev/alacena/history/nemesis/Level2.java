package dev.alacena.history.nemesis;

import java.io.IOException;

/**
 * The servers behind level 2, for the nemesis: one, or a set of them, which also fails over.
 */
public interface Level2 {

    /** Sends a command to the primary. */
    void command(String command) throws IOException;

    /** Kills the primary at once. */
    void kill() throws IOException;

    /** Starts it again, empty; it answers when this returns. */
    void start() throws IOException;

    void freeze() throws IOException;

    void thaw() throws IOException;

    /** Makes another server the primary by killing the first; it answers when this returns. False if there is none. */
    default boolean failOver() throws IOException {
        return false;
    }

    default boolean canFailOver() {
        return false;
    }
}
