package dev.alacena.history.event;

import dev.alacena.history.event.Fault.Effect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process writes down of itself: from when to when it had invalidations that were not confirmed, and when it stood
 * still. A line is in the file even if the process is killed at once. Used by one thread at a time.
 */
public final class Diary implements AutoCloseable {
    private final FileChannel file;

    public Diary(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** From this moment on some invalidations were not confirmed. */
    public void unconfirmed(long begin) {
        write(begin + " unconfirmed");
    }

    /** Until this moment. */
    public void confirmed(long end) {
        write(end + " confirmed");
    }

    public void stalled(long begin, long end) {
        write(begin + " stalled " + end);
    }

    private void write(String line) {
        try {
            file.write(ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a node wrote down; the end of a span that was not over is {@link Fault#NEVER}. */
    static List<Fault> read(Path path, Node node) {
        List<Fault> spans = new ArrayList<>();
        long begin = Fault.NEVER;
        for (String line : lines(path)) {
            String[] words = line.split(" ", -1);
            long moment = Long.parseLong(words[0]);
            switch (words[1]) {
                case "unconfirmed" -> begin = moment;
                case "confirmed" -> {
                    spans.add(new Fault("unconfirmed", Effect.UNCONFIRMED, node.process(), begin, moment));
                    begin = Fault.NEVER;
                }
                default ->
                    spans.add(new Fault("stalled", Effect.STALLED, node.process(), moment, Long.parseLong(words[2])));
            }
        }
        if (begin != Fault.NEVER) {
            spans.add(new Fault("unconfirmed", Effect.UNCONFIRMED, node.process(), begin, Fault.NEVER));
        }
        return spans;
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
