package dev.alacena.history.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes the events of one thread to a file, through mapped memory: what was written is in the file even if the process is
 * killed at once. Not thread-safe.
 */
public final class Recorder implements AutoCloseable {
    private static final int CHUNK = 8_192 * Layout.SIZE;

    private final FileChannel file;
    private MappedByteBuffer chunk;
    private int next;
    private long position;

    public Recorder(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        chunk = file.map(MapMode.READ_WRITE, 0, CHUNK);
    }

    /** A place that an event has taken, which its outcome may change. */
    public static final class Slot {
        private final MappedByteBuffer where;
        private final int at;

        private Slot(MappedByteBuffer where, int at) {
            this.where = where;
            this.at = at;
        }

        public void replace(Event event) {
            Layout.put(where, at, event);
        }
    }

    public Slot append(Event event) {
        if (next == CHUNK) {
            advance();
        }
        Slot slot = new Slot(chunk, next);
        slot.replace(event);
        next += Layout.SIZE;
        return slot;
    }

    private void advance() {
        try {
            position += CHUNK;
            chunk = file.map(MapMode.READ_WRITE, position, CHUNK);
            next = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
