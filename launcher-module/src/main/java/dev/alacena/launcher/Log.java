package dev.alacena.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The log file of a process. */
final class Log {

    private static final int LINES = 30;
    private static final int CAUSES = 5;
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[\\d;]*m");

    private Log() {}

    static boolean contains(Path file, Pattern text) {
        return lines(file).stream().anyMatch(line -> text.matcher(line).find());
    }

    /** The last lines, with a heading; and before them the causes of what it logged, for stack traces are long. */
    static String tail(Path file) {
        List<String> lines = lines(file);
        if (lines.isEmpty()) {
            return "It logged nothing to " + file;
        }
        int start = Math.max(0, lines.size() - LINES);
        List<String> causes = lines.subList(0, start).stream()
                .filter(line -> line.startsWith("Caused by:"))
                .distinct()
                .toList();
        Stream<String> last = Stream.concat(
                causes.subList(Math.max(0, causes.size() - CAUSES), causes.size()).stream(),
                lines.subList(start, lines.size()).stream());
        return last.map(line -> "%n  ".formatted() + line).reduce("The end of %s:".formatted(file), String::concat);
    }

    private static List<String> lines(Path file) {
        try {
            // not Files.readAllLines: a server may write bytes that are no UTF-8
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return COLOUR.matcher(text)
                    .replaceAll("")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
