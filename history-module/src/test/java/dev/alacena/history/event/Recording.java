package dev.alacena.history.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The events of one file, in the order in which they were written. */
final class Recording implements Iterator<Event> {
    private final ByteBuffer events;
    private final int node;
    private int next;

    Recording(Path path, int node) {
        this.node = node;
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            events = file.map(MapMode.READ_ONLY, 0, file.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasNext() {
        return next + Layout.SIZE <= events.capacity() && !Layout.empty(events, next);
    }

    @Override
    public Event next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Event event = Layout.get(events, next, node);
        next += Layout.SIZE;
        return event;
    }
}
