package dev.alacena.history.application;

import dev.alacena.history.application.Logbook.Times;
import dev.alacena.history.event.Event.Value;
import dev.alacena.history.event.Event.What;
import dev.alacena.history.event.Kind;
import dev.alacena.history.event.Node;
import dev.alacena.history.event.Outcome;
import dev.alacena.history.event.Recorder;
import dev.alacena.history.event.Shelf;

/** Writes rows, and writes down that it does before it does. Used by one thread. */
final class Writer {
    private static final int NODE_BITS = 40;
    private static final int THREAD_BITS = 32;

    private final Changes changes;
    private final Naive naive;
    private final Logbook log;
    private long nonce;

    Writer(Changes changes, Naive naive, Logbook log, Node node, int thread) {
        this.changes = changes;
        this.naive = naive;
        this.log = log;
        // unique over all threads, lives and processes
        this.nonce = ((node.id() + 1L) << NODE_BITS) + ((long) thread << THREAD_BITS);
    }

    /** A write under way. */
    final class Act {
        final What what;
        final long nonce = ++Writer.this.nonce;
        private final long start = System.nanoTime();
        private final Recorder.Slot slot;
        private long worked = start;
        private int version = -1;

        private Act(Shelf shelf, int row) {
            what = new What(Kind.WRITE, shelf, row);
            slot = log.write(what, new Times(start, start, start), value());
        }

        void write() {
            version = Changes.write(changes, what.shelf(), what.row(), nonce).version();
        }

        /** The work is done; a commit or a rollback follows. */
        void worked() {
            worked = System.nanoTime();
        }

        /** The call has ended. */
        void over(Outcome outcome) {
            naive.written(what.row());
            log.watch().look();
            long end = System.nanoTime();
            slot.replace(log.event(what, outcome, new Times(start, end, worked), value(), 0));
        }

        private Value value() {
            return new Value(version, nonce);
        }
    }

    Act begin(Shelf shelf, int row) {
        return new Act(shelf, row);
    }
}
