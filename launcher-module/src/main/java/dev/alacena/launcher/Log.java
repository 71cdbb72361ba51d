package dev.alacena.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The log file of a process. */
final class Log {

    private static final int LINES = 40;

    private Log() {}

    /** The last lines, with a heading. */
    static String tail(Path file) {
        try {
            // not Files.readAllLines: a server may write bytes that are no UTF-8
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
            return "The end of %s:%n  %s".formatted(file, String.join(System.lineSeparator() + "  ", last));
        } catch (IOException e) {
            return "It left no log in " + file;
        }
    }
}
