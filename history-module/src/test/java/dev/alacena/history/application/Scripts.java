package dev.alacena.history.application;

import dev.alacena.history.application.Choice.Ending;
import dev.alacena.history.application.Reader.View;
import dev.alacena.history.application.Writer.Act;
import dev.alacena.history.event.Event.What;
import dev.alacena.history.event.Kind;
import dev.alacena.history.event.Outcome;
import dev.alacena.history.event.Shelf;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** What is done in transactions. Each answers how many calls it made. Used by one thread. */
final class Scripts {
    private final Requests requests;
    private final Units units;
    private final InnerUnits innerUnits;
    private final Database database;
    private final Choice choice;
    private final Reader reader;
    private final Writer writer;
    private final Blame blame;

    /** When the request began: what a transaction of it loads may be as old, as far as the library can know. */
    private long requested;

    /** What all threads share. */
    record Surroundings(Requests requests, Units units, InnerUnits innerUnits, Database database, Blame blame) {}

    Scripts(Surroundings around, Choice choice, Reader reader, Writer writer) {
        this.requests = around.requests();
        this.units = around.units();
        this.innerUnits = around.innerUnits();
        this.database = around.database();
        this.blame = around.blame();
        this.choice = choice;
        this.reader = reader;
        this.writer = writer;
    }

    /** A call of the application, in a request of its own. */
    int inRequest(IntSupplier call) {
        requested = System.nanoTime();
        return requests.run(call);
    }

    int read(int times) {
        attempt(() -> {
            View view = View.since(requested);
            reads(times, view);
        });
        return times;
    }

    /** What the caches do not have is loaded as it was when the transaction began. */
    int readOldSnapshot(int times) {
        attempt(() -> {
            long begun = System.nanoTime();
            database.takeSnapshot();
            LockSupport.parkNanos(choice.pause());
            reads(times, new View(begun, requested));
        });
        return times;
    }

    int write() {
        Act act = begin();
        Ending ending = choice.ending();
        act.over(required(ending, () -> {
            act.write();
            LockSupport.parkNanos(choice.dawdle());
            act.worked();
        }));
        return 1;
    }

    /** Before its write a transaction reads what is committed, after it its own. */
    int writeAndLook() {
        Act act = begin();
        Ending ending = choice.ending();
        act.over(required(ending, () -> {
            View view = View.since(requested);
            reader.read(act.what.shelf(), act.what.row(), view);
            act.write();
            own(act);
            Shelf shelf = choice.shelf();
            int row = choice.row(shelf);
            if (row != act.what.row()) {
                reader.read(shelf, row, view);
            }
            own(act);
            act.worked();
        }));
        return 5;
    }

    int writeTwo() {
        Shelf shelf = choice.shelf();
        int row = choice.row(shelf);
        Shelf other = choice.shelf();
        int second = choice.row(other);
        if (row == second) {
            return 0;
        }
        // in one order, for the locks
        Act low = row < second ? writer.begin(shelf, row) : writer.begin(other, second);
        Act high = row < second ? writer.begin(other, second) : writer.begin(shelf, row);
        Ending ending = choice.ending();
        Outcome outcome = required(ending, () -> {
            low.write();
            high.write();
            own(low);
            low.worked();
            high.worked();
        });
        low.over(outcome);
        high.over(outcome);
        return 3;
    }

    /** A transaction inside of another, which may end in another way. */
    int writeNested() {
        Shelf shelf = choice.shelf();
        int row = choice.row(shelf);
        Shelf other = choice.shelf();
        int second = choice.row(other);
        if (row >= second) {
            return 0;
        }
        Act outer = writer.begin(shelf, row);
        Ending ending = choice.ending();
        outer.over(required(ending, () -> {
            View view = View.since(requested);
            outer.write();
            inner(outer, writer.begin(other, second));
            reader.read(other, second, view);
            own(outer);
            outer.worked();
        }));
        return 5;
    }

    private void inner(Act outer, Act inner) {
        Ending ending = choice.ending();
        inner.over(ended(
                ending,
                () -> innerUnits.run(() -> {
                    inner.write();
                    // another transaction: it sees nothing of the outer one
                    reader.read(outer.what.shelf(), outer.what.row(), View.since(requested));
                    inner.worked();
                    end(ending);
                })));
    }

    int writeAlone() {
        Act act = begin();
        act.over(ended(Ending.COMMIT, act::write));
        return 1;
    }

    private Act begin() {
        Shelf shelf = choice.shelf();
        return writer.begin(shelf, choice.row(shelf));
    }

    private void own(Act act) {
        What what = new What(Kind.OWN, act.what.shelf(), act.what.row());
        reader.read(what, new View(act.nonce, System.nanoTime()), units::live);
    }

    private void reads(int times, View view) {
        for (int left = times; left > 0; left--) {
            Shelf shelf = choice.shelf();
            reader.read(shelf, choice.row(shelf), view);
        }
    }

    private void attempt(Units.Work work) {
        ended(Ending.COMMIT, () -> units.required(work));
    }

    private Outcome required(Ending ending, Units.Work work) {
        return ended(
                ending,
                () -> units.required(() -> {
                    work.run();
                    end(ending);
                }));
    }

    private Outcome ended(Ending ending, Units.Work call) {
        try {
            call.run();
            return ending == Ending.MARK_AND_ROLL_BACK ? Outcome.ROLLED_BACK : Outcome.DONE;
        } catch (Complaint | RuntimeException e) {
            return blame.of(e);
        }
    }

    private void end(Ending ending) throws Complaint {
        switch (ending) {
            case COMMIT -> {}
            case THROW_AND_ROLL_BACK -> throw new Regret();
            case MARK_AND_ROLL_BACK -> units.mark();
            case THROW_AND_COMMIT -> throw new Complaint();
        }
    }
}
