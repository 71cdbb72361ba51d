package dev.alacena.history.event;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

/** An event in 48 bytes. The last word is written last: a record whose process died half-way does not count. */
final class Layout {
    static final int SIZE = 48;

    private static final int START = 0;
    private static final int END = 8;
    private static final int MARK = 16;
    private static final int NONCE = 24;
    private static final int ROW = 32;
    private static final int VERSION = 36;
    private static final int MICROS = 40;
    private static final int STATE = 44;
    private static final int BYTE = 8;
    private static final int MASK = 0xff;

    private Layout() {}

    static void put(ByteBuffer buffer, int at, Event event) {
        buffer.putLong(at + START, event.start());
        buffer.putLong(at + END, event.end());
        buffer.putLong(at + MARK, event.mark());
        buffer.putLong(at + NONCE, event.value().nonce());
        buffer.putInt(at + ROW, event.row());
        buffer.putInt(at + VERSION, event.version());
        buffer.putInt(at + MICROS, event.loadMicros());
        VarHandle.releaseFence();
        buffer.putInt(at + STATE, state(event));
    }

    static boolean empty(ByteBuffer buffer, int at) {
        return buffer.getInt(at + STATE) == 0;
    }

    static Event get(ByteBuffer buffer, int at, int node) {
        int state = buffer.getInt(at + STATE);
        Event.What what = new Event.What(
                Kind.at((state & MASK) - 1), Shelf.at((state >> (2 * BYTE)) & MASK), buffer.getInt(at + ROW));
        return new Event(
                node,
                what,
                Outcome.at((state >> BYTE) & MASK),
                buffer.getLong(at + START),
                buffer.getLong(at + END),
                buffer.getLong(at + MARK),
                new Event.Value(buffer.getInt(at + VERSION), buffer.getLong(at + NONCE)),
                buffer.getInt(at + MICROS));
    }

    @SuppressWarnings("EnumOrdinal") // numbers in a file that lives as long as a run
    private static int state(Event event) {
        return event.kind().ordinal()
                + 1
                + (event.outcome().ordinal() << BYTE)
                + (event.shelf().ordinal() << (2 * BYTE));
    }
}
