package dev.alacena.history.application;

import dev.alacena.history.application.Reader.View;
import dev.alacena.history.event.Event.What;
import dev.alacena.history.event.Kind;
import dev.alacena.history.event.Shelf;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** One thread of the application: calls at random until it is told to stop. */
final class Worker implements Runnable {
    private final Scripts scripts;
    private final Choice choice;
    private final Reader reader;
    private final Pace pace;

    /** How fast the threads go, and how far they are. */
    static final class Pace {
        private static final long PAUSE = 10_000_000;

        final LongAdder operations = new LongAdder();
        volatile boolean slow;
        volatile boolean stopped;
    }

    Worker(Scripts scripts, Choice choice, Reader reader, Pace pace) {
        this.scripts = scripts;
        this.choice = choice;
        this.reader = reader;
        this.pace = pace;
    }

    @Override
    public void run() {
        while (!pace.stopped) {
            if (pace.slow) {
                LockSupport.parkNanos(Pace.PAUSE);
            }
            pace.operations.add(scripts.inRequest(this::call));
        }
    }

    private int call() {
        return switch (choice.next()) {
            case READ -> read();
            case READ_IN_TRANSACTION -> scripts.read(choice.upTo(3));
            case READ_OLD_SNAPSHOT -> scripts.readOldSnapshot(choice.upTo(2));
            case WRITE -> scripts.write();
            case WRITE_AND_LOOK -> scripts.writeAndLook();
            case WRITE_TWO -> scripts.writeTwo();
            case WRITE_NESTED -> scripts.writeNested();
            case WRITE_ALONE -> scripts.writeAlone();
        };
    }

    private int read() {
        Shelf shelf = choice.shelf();
        reader.read(shelf, choice.row(shelf), View.LATEST);
        return 1;
    }

    /** Reads all there is. */
    void audit() {
        for (Shelf shelf : Shelf.values()) {
            for (int place = 0; place < Shelf.WIDTH; place++) {
                reader.read(new What(Kind.AUDIT, shelf, shelf.row(place)), View.LATEST);
            }
        }
    }
}
