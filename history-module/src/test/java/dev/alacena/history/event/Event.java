package dev.alacena.history.event;

/**
 * One call, as its caller saw it. Times are {@code System.nanoTime} of the host.
 *
 * @param node whose, as {@link Node#id}
 * @param what kind, cache and row
 * @param outcome how it ended
 * @param start right before the call
 * @param end right after it; of a load, after the loader
 * @param mark of a read the moment from which it must be fresh: its start, or that of the snapshot of its transaction; of an
 *     own read the nonce that it must find; of a write the end of its work, before the commit; of a load the moment of the
 *     oldest data that it can have seen
 * @param value what was read or written
 * @param loadMicros of a read, how long its loader ran
 */
public record Event(
        int node, What what, Outcome outcome, long start, long end, long mark, Value value, int loadMicros) {

    /** Kind, cache and row. */
    public record What(Kind kind, Shelf shelf, int row) {}

    /** A version of a row, and the nonce of the write that made it; version and nonce 0 are what the row began with. */
    public record Value(int version, long nonce) {
        public static final Value NONE = new Value(-1, 0);
    }

    public Kind kind() {
        return what.kind();
    }

    public Shelf shelf() {
        return what.shelf();
    }

    public int row() {
        return what.row();
    }

    public int version() {
        return value.version();
    }

    public int process() {
        return Node.of(node).process();
    }

    @Override
    public String toString() {
        return "%s %s %s row %d v%d (%x) %s [%d, %d] mark %d, loader %d us"
                .formatted(
                        Node.of(node),
                        kind(),
                        shelf(),
                        row(),
                        version(),
                        value.nonce(),
                        outcome,
                        start,
                        end,
                        mark,
                        loadMicros);
    }
}
