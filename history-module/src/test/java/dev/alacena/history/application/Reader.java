package dev.alacena.history.application;

import dev.alacena.history.application.Logbook.Times;
import dev.alacena.history.event.Event.Value;
import dev.alacena.history.event.Event.What;
import dev.alacena.history.event.Kind;
import dev.alacena.history.event.Outcome;
import dev.alacena.history.event.Shelf;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Reads through the caches and writes down what it got. Used by one thread. */
final class Reader {
    private final Cabinet cabinet;
    private final Naive naive;
    private final Logbook log;
    private final Blame blame;
    private final Choice choice;

    Reader(Cabinet cabinet, Naive naive, Choice choice, Logbook log, Blame blame) {
        this.choice = choice;
        this.cabinet = cabinet;
        this.naive = naive;
        this.log = log;
        this.blame = blame;
    }

    /**
     * What a read may see.
     *
     * @param mark as in an event; {@link #NOW} for a read that must see what is committed when it begins
     * @param begun since when its transaction can have begun, as far as the library can know, or {@link #NOW}
     */
    record View(long mark, long begun) {
        static final long NOW = Long.MIN_VALUE;
        static final View LATEST = new View(NOW, NOW);

        static View since(long begun) {
            return new View(NOW, begun);
        }
    }

    void read(Shelf shelf, int row, View view) {
        read(new What(Kind.READ, shelf, row), view);
    }

    void read(What what, View view) {
        read(what, view, () -> true);
    }

    /** A read that counts if {@code valid} holds after it. */
    void read(What what, View view, BooleanSupplier valid) {
        Load.take();
        Load.pauseNext(choice.dawdle());
        Value value = Value.NONE;
        Outcome outcome = Outcome.DONE;
        long unanswered = log.watch().unanswered();
        long start = System.nanoTime();
        long end;
        try {
            Item item = naive.read(what.shelf(), what.row(), () -> Cabinet.read(cabinet, what.shelf(), what.row()));
            end = System.nanoTime();
            value = value(item);
            outcome = item.row() == what.row() ? Outcome.DONE : Outcome.FOREIGN;
        } catch (RuntimeException e) {
            end = System.nanoTime();
            outcome = blame.of(e);
        }
        if (!valid.getAsBoolean()) {
            outcome = Outcome.DATABASE;
        }
        boolean cutOff = log.watch().cutOff(unanswered);
        Times times = new Times(start, end, view.mark() == View.NOW ? start : view.mark());
        log.read(what, outcome, times, value, loaded(what, view, times, cutOff));
    }

    /** Writes down the load inside of the read; for how many microseconds it ran. */
    private int loaded(What what, View view, Times call, boolean cutOff) {
        Load load = Load.take();
        if (load == null) {
            return 0;
        }
        int micros = micros(load.end() - load.start);
        // a transaction that has written the row goes around the cache
        if (what.kind() != Kind.OWN) {
            boolean alone = view.begun() == View.NOW;
            What loading = new What(alone ? Kind.LOAD : Kind.LOAD_IN_TRANSACTION, what.shelf(), what.row());
            Outcome outcome = cutOff ? Outcome.CUT_OFF : Outcome.DONE;
            Times times = new Times(load.start, load.end(), alone ? call.start() : view.begun());
            log.load(
                    loading,
                    load.item() == null ? Outcome.DATABASE : outcome,
                    times,
                    value(load.item()),
                    micros(call.end() - call.start()) - micros);
        }
        return micros;
    }

    private static Value value(@Nullable Item item) {
        return item == null ? Value.NONE : new Value(item.version(), item.nonce());
    }

    private static int micros(long nanos) {
        return (int) Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMicros(nanos));
    }
}
