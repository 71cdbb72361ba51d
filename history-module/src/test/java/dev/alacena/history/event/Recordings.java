package dev.alacena.history.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a run: of each thread one with its reads, by their ends, and one with its writes and loads. */
public final class Recordings implements History {
    private static final Pattern NAME = Pattern.compile("(reads|changes)-(\\d+)-(\\d+)\\.events");

    private static final Pattern DIARY = Pattern.compile("diary-(\\d+)\\.log");

    private final Path directory;
    private final List<Path> reads;
    private final List<Path> changes;

    public Recordings(Path directory) throws IOException {
        this.directory = directory;
        reads = files(directory, "reads");
        changes = files(directory, "changes");
    }

    /** Where a thread writes its reads. */
    public static Path reads(Path directory, Node node, int thread) {
        return directory.resolve("reads-%d-%d.events".formatted(node.id(), thread));
    }

    /** Where a thread writes its writes and loads. */
    public static Path changes(Path directory, Node node, int thread) {
        return directory.resolve("changes-%d-%d.events".formatted(node.id(), thread));
    }

    /** Where a process writes its diary. */
    public static Path diary(Path directory, Node node) {
        return directory.resolve("diary-%d.log".formatted(node.id()));
    }

    /** What the processes wrote down of themselves. */
    public List<Fault> diaries() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.flatMap(Recordings::diary).toList();
        }
    }

    private static Stream<Fault> diary(Path path) {
        Matcher name = DIARY.matcher(path.getFileName().toString());
        return name.matches() ? Diary.read(path, Node.of(Integer.parseInt(name.group(1)))).stream() : Stream.empty();
    }

    @Override
    public void changes(Consumer<Event> to) {
        changes.forEach(path -> open(path).forEachRemaining(to));
    }

    @Override
    public void reads(Consumer<Event> to) {
        PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparingLong(head -> head.event.end()));
        reads.forEach(path -> Head.next(open(path), heads));
        while (!heads.isEmpty()) {
            Head head = heads.remove();
            to.accept(head.event);
            Head.next(head.rest, heads);
        }
    }

    /** The next event of a file. */
    private record Head(Event event, Iterator<Event> rest) {
        static void next(Iterator<Event> file, PriorityQueue<Head> heads) {
            if (file.hasNext()) {
                heads.add(new Head(file.next(), file));
            }
        }
    }

    private static Recording open(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException(path.toString());
        }
        return new Recording(path, Integer.parseInt(name.group(2)));
    }

    private static List<Path> files(Path directory, String kind) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(path -> path.getFileName().toString().startsWith(kind + "-"))
                    .sorted()
                    .toList();
        }
    }
}
