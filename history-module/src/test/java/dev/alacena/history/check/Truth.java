package dev.alacena.history.check;

import dev.alacena.history.event.Event;
import dev.alacena.history.event.Kind;
import dev.alacena.history.event.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was true of each row: what the database says that was committed, and when its writers say that it was. */
final class Truth {
    private final Map<Integer, Row> rows = new HashMap<>();
    private final Row unwritten;

    Truth(List<Commit> commits, List<Event> changes, Due due) {
        Map<Integer, List<Long>> nonces = new HashMap<>();
        for (Commit commit : commits) {
            List<Long> known = nonces.computeIfAbsent(commit.row(), row -> new ArrayList<>());
            known.add(commit.nonce());
            if (known.size() != commit.version()) {
                throw new IllegalArgumentException(
                        "version %d of row %d is missing".formatted(known.size(), commit.row()));
            }
        }
        Map<Integer, List<Event>> writes = new HashMap<>();
        for (Event change : changes) {
            if (change.kind() == Kind.WRITE) {
                writes.computeIfAbsent(change.row(), row -> new ArrayList<>()).add(change);
                nonces.computeIfAbsent(change.row(), row -> List.of());
            }
        }
        nonces.forEach((row, known) -> rows.put(row, new Row(known, writes.getOrDefault(row, List.of()), due)));
        this.unwritten = new Row(List.of(), List.of(), due);
    }

    /** Writes that returned and are not in the database: a fault of the run itself, or of the database. */
    void verify(List<Event> changes, Findings findings) {
        for (Event change : changes) {
            if (change.kind() == Kind.WRITE
                    && change.outcome() == Outcome.DONE
                    && !row(change.row()).committed(change.value())) {
                findings.add("RUN", "acknowledged write lost", change, () -> "the database does not have it");
            }
        }
    }

    Row row(int number) {
        return rows.getOrDefault(number, unwritten);
    }
}
