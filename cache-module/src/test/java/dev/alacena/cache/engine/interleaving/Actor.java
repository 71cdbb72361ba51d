package dev.alacena.cache.engine.interleaving;

import java.util.concurrent.ForkJoinPool.ManagedBlocker;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One of those who act at the same time: a thread that stops at points. */
final class Actor extends Thread {
    private final Part part;
    private final Conductor conductor;
    private volatile @Nullable Point point;
    private volatile boolean finished;
    private @Nullable Throwable failure;
    private Runnable departure = () -> {};
    private int reached;
    private boolean polling;

    /** What an actor does. */
    interface Part {
        void play() throws Exception;
    }

    /** Where an actor stands, whether it may go on from there, and whether it only lets time pass there. */
    record Point(String what, BooleanSupplier open, boolean pause) {}

    /** Ends an actor that is not to go on. */
    private static final class Ended extends Error {
        private static final long serialVersionUID = 1;
    }

    Actor(String name, Part part, Conductor conductor) {
        super(name);
        this.part = part;
        this.conductor = conductor;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            part.play();
        } catch (Throwable e) {
            failure = e;
        } finally {
            finished = true;
            conductor.arrived();
        }
    }

    /** Waits at a point. */
    void stop(Point at) {
        reached++;
        point = at;
        conductor.arrived();
        while (point != null && !conductor.closed()) {
            LockSupport.park(this);
        }
        if (conductor.closed()) {
            throw new Ended();
        }
    }

    /** What happens when it goes on from its next point. */
    void atNextStep(Runnable what) {
        departure = what;
    }

    /** Whether it only looks again at a lease that another holds: then it has not done anything. */
    boolean polls() {
        Point at = point;
        polling = at != null && (at.pause() || (polling && at.what().equals("claim")));
        return polling;
    }

    void goOn() {
        departure.run();
        departure = () -> {};
        point = null;
        LockSupport.unpark(this);
    }

    /** Whether it cannot move by itself; what a thread in a future is blocked by tells whether that is complete. */
    boolean still() {
        if (finished || point != null) {
            return true;
        }
        return getState() == State.TIMED_WAITING
                && LockSupport.getBlocker(this) instanceof ManagedBlocker blocker
                && !blocker.isReleasable();
    }

    boolean stands(Predicate<Point> where) {
        Point at = point;
        return at != null && where.test(at);
    }

    String where() {
        Point at = point;
        return at == null ? (finished ? "finished" : "waiting") : at.what();
    }

    /** A number that grows with each arrival. */
    int reached() {
        return finished ? reached + 1 : reached;
    }

    boolean finished() {
        return finished;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    @Override
    public String toString() {
        return getName() + ": " + where();
    }
}
