package dev.alacena.launcher;

import java.nio.file.Path;

/** A process that the launcher started. Closing it ends it; that takes a bounded time and may be done twice. */
interface Part extends AutoCloseable {

    String name();

    ProcessHandle process();

    /** The file that the process writes to. */
    Path log();

    @Override
    void close();

    /** What to say when it ended without being asked to. */
    default String obituary() {
        return "%s died (process %d). %s".formatted(name(), process().pid(), Log.tail(log()));
    }
}
