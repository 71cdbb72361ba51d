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

    /** The lines since the mark. */
    List<String> lines() {
        byte[] bytes = content();
        // a server that has begun a new file meanwhile has nothing in it from before the mark
        int from = mark <= bytes.length ? mark : 0;
        String since = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        return Arrays.asList(COLOUR.matcher(since).replaceAll("").split("\n", -1));
    }

    /** Those of them that are above INFO. */
    List<String> complaints() {
        return lines(COMPLAINT.asMatchPredicate());
    }

    /** Those of them that hold a text. */
    List<String> holding(String text) {
        return lines(line -> line.contains(text));
    }

    private List<String> lines(Predicate<String> wanted) {
        return lines().stream().filter(wanted).toList();
    }

    private byte[] content() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
