package dev.alacena.web.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The log of the server under test. */
final class ServerLog {

    private static final Pattern COMPLAINT = Pattern.compile(".*\\b(WARN|WARNING|ERROR|FATAL|SEVERE)\\b.*");

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private final Path file = Path.of(Backends.property("it.log"));
    private int mark;

    /** Forgets what was logged until now. */
    void mark() {
        mark = content().length;
    }

    /** The lines since the mark that are above INFO. */
    List<String> complaints() {
        return lines(COMPLAINT.asMatchPredicate());
    }

    /** The lines since the mark that hold a text. */
    List<String> holding(String text) {
        return lines(line -> line.contains(text));
    }

    private List<String> lines(Predicate<String> wanted) {
        byte[] bytes = content();
        String since = new String(bytes, mark, bytes.length - mark, StandardCharsets.UTF_8);
        return Arrays.stream(COLOUR.matcher(since).replaceAll("").split("\n", -1))
                .filter(wanted)
                .toList();
    }

    private byte[] content() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
