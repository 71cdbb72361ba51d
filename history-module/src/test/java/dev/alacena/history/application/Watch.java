package dev.alacena.history.application;

import dev.alacena.api.Caches;
import dev.alacena.api.NodeStatistics;
import dev.alacena.history.event.Diary;
import dev.alacena.history.event.Recordings;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the library how it gets on with level 2, and writes down when the others may not know what this process wrote,
 * and when it got no processor. Thread-safe.
 */
final class Watch {
    private static final long PERIOD = 10_000_000;
    private static final long STALL = 100_000_000;
    private static final long CUT_OFF = -1;

    private final Caches caches;
    private final Diary diary;
    private volatile boolean unconfirmed;

    Watch(Caches caches, Setup setup) throws IOException {
        this.caches = caches;
        this.diary = new Diary(Recordings.diary(setup.directory(), setup.node()));
    }

    /** To be called when a write has returned, before it is written down that it has. */
    void look() {
        if (unconfirmed || caches.node().unconfirmed() > 0) {
            ask();
        }
    }

    private synchronized void ask() {
        long now = System.nanoTime();
        boolean some = caches.node().unconfirmed() > 0;
        if (some && !unconfirmed) {
            diary.unconfirmed(now);
        } else if (!some && unconfirmed) {
            diary.confirmed(System.nanoTime());
        }
        unconfirmed = some;
    }

    /** How many commands found no answer, before a call. */
    long unanswered() {
        NodeStatistics node = caches.node();
        return node.breakerOpen() ? CUT_OFF : node.unanswered();
    }

    /** Whether some command of the process has found no answer since, or none was sent. */
    boolean cutOff(long before) {
        return before == CUT_OFF || before != unanswered();
    }

    /** Looks every now and then, so that a span ends when it is over. */
    void start() {
        Thread watch = new Thread(this::keepLooking, "watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void keepLooking() {
        while (!Thread.currentThread().isInterrupted()) {
            look();
            long asleep = System.nanoTime();
            LockSupport.parkNanos(PERIOD);
            long awake = System.nanoTime();
            if (awake - asleep > STALL) {
                stalled(asleep + PERIOD, awake);
            }
        }
    }

    private synchronized void stalled(long begin, long end) {
        diary.stalled(begin, end);
    }
}
