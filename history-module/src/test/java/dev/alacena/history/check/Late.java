package dev.alacena.history.check;

import dev.alacena.history.event.Event;
import dev.alacena.history.event.Kind;
import dev.alacena.history.event.Outcome;

/** How many writes returned before they were confirmed, and how much later they were due: what the checker excuses. */
final class Late {
    private final Due due;
    private final Histogram late = new Histogram();
    private long writes;

    Late(Due due) {
        this.due = due;
    }

    void count(Event change) {
        if (change.kind() == Kind.WRITE && change.outcome() == Outcome.DONE) {
            writes++;
            long by = due.of(change) - change.end();
            if (by > 0) {
                late.add(by);
            }
        }
    }

    String text() {
        return "  due later than they returned, %.3f %% of %,d writes: %s%n"
                .formatted(writes == 0 ? 0 : 100.0 * late.count() / writes, writes, late.text());
    }
}
