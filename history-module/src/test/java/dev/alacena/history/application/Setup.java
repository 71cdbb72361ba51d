package dev.alacena.history.application;

import dev.alacena.history.event.Node;
import java.nio.file.Path;

/**
 * What the process was told by its system properties.
 *
 * @param directory where it writes
 * @param node who it is
 * @param seed of its choices
 * @param threads how many of them call
 * @param naive whether a map that hears nothing stands before the caches
 * @param database where PostgreSQL is
 */
record Setup(Path directory, Node node, long seed, int threads, boolean naive, String database) {

    static Setup read() {
        return new Setup(
                Path.of(System.getProperty("history.directory")),
                new Node(Integer.getInteger("history.process"), Integer.getInteger("history.life")),
                Long.getLong("history.seed"),
                Integer.getInteger("history.threads"),
                Boolean.getBoolean("history.naive"),
                System.getProperty("history.database"));
    }
}
