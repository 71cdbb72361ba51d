package dev.alacena.cache.engine.interleaving;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database with points. What is read is the set of the writes that are visible, as bits: a version is at least as new as
 * a write when it has its bit. Reads see what is committed; rows are locked from their update to the end.
 */
final class Database {
    private final Conductor conductor;
    // only one actor moves when these change
    private final Map<String, Transaction> locks = new HashMap<>();
    private int committed = 1;
    private int last = 1;

    Database(Conductor conductor) {
        this.conductor = conductor;
    }

    int committed() {
        return committed;
    }

    /** Whoever reads goes on working with it. */
    int read() {
        conductor.point("database read");
        int seen = committed;
        conductor.point("end of load");
        return seen;
    }

    Transaction begin() {
        return new Transaction();
    }

    /** One transaction with one write. */
    final class Transaction {
        private int bit;
        private @Nullable Integer snapshot;

        /** Waits for the row; the bit of this write. */
        int update(String row) {
            conductor.point("database update", () -> !locks.containsKey(row));
            locks.put(row, this);
            last <<= 1;
            bit = last;
            return bit;
        }

        /** What this transaction sees now. */
        int sees() {
            return committed | bit;
        }

        int read() {
            conductor.point("database read of own writes");
            return sees();
        }

        /** Reads from the snapshot of REPEATABLE READ, which the first read takes. */
        int readAgain() {
            conductor.point("database read in a snapshot");
            if (snapshot == null) {
                snapshot = committed;
            }
            return snapshot | bit;
        }

        int commit() {
            conductor.point("database commit");
            end(bit);
            return bit;
        }

        void rollback() {
            conductor.point("database rollback");
            end(0);
        }

        private void end(int visible) {
            committed |= visible;
            locks.values().remove(this);
        }
    }
}
