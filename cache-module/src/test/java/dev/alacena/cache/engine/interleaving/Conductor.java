package dev.alacena.cache.engine.interleaving;

import dev.alacena.cache.engine.interleaving.Actor.Part;
import dev.alacena.cache.engine.interleaving.Actor.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets actors go on one step at a time: from one point to the next, or until the actor waits for another one. Whoever is
 * the last to come to rest does what is between two steps, so that an actor that goes on needs no other thread.
 */
final class Conductor implements AutoCloseable {
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(30);
    private static final long GLANCE = TimeUnit.MICROSECONDS.toNanos(100);
    private static final int LONGEST = 400;
    private final Thread owner = Thread.currentThread();
    private final List<Actor> actors = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final Runnable standstill;
    private @Nullable Play play;
    private @Nullable Actor last;
    private int moves;
    private boolean over;
    private volatile boolean closed;
    private @Nullable AssertionError failure;

    /** With what happens when all who are left pause. */
    Conductor(Runnable standstill) {
        this.standstill = standstill;
    }

    void add(String name, Part part) {
        actors.add(new Actor(name, part, this));
    }

    /** Plays until all have finished. */
    void play(Play how) {
        play = how;
        actors.forEach(Actor::start);
        long end = System.nanoTime() + LIMIT;
        // an actor that waits for another says so to nobody
        while (!arrived()) {
            LockSupport.parkNanos(GLANCE);
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("does not come to rest: " + actors);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** The actor that comes here goes on when it is told to; other threads pass. */
    void point(String what) {
        point(what, () -> true);
    }

    /** As {@link #point(String)}, but only while it is open. */
    void point(String what, BooleanSupplier open) {
        if (Thread.currentThread() instanceof Actor actor) {
            actor.stop(new Point(what, open, false));
        }
    }

    /** The actor goes on when somebody else has done something, or when all others pause too; others let time pass. */
    void pause() {
        if (Thread.currentThread() instanceof Actor actor) {
            int since = moves;
            actor.stop(new Point("pause", () -> moves > since, true));
        } else {
            standstill.run();
        }
    }

    /** What happens when the actor goes on from its next point. */
    void atNextStep(Runnable what) {
        if (Thread.currentThread() instanceof Actor actor) {
            actor.atNextStep(what);
        }
    }

    /** Called by whoever has come to rest. */
    synchronized boolean arrived() {
        if (play != null && !over && still()) {
            try {
                play.after().run();
                between();
            } catch (AssertionError e) {
                end(e);
            } catch (RuntimeException e) {
                end(new AssertionError(e));
            }
        }
        return over;
    }

    private void between() {
        for (Actor actor : actors) {
            if (actor.failure() != null) {
                throw new AssertionError(
                        actor.getName() + ": " + actor.failure().getMessage(), actor.failure());
            }
        }
        List<Actor> ready = ready();
        if (ready.isEmpty()) {
            end(null);
            return;
        }
        boolean lastCan = last != null && ready.remove(last);
        if (lastCan) {
            ready.add(0, last);
        }
        play.before().run();
        last = ready.get(play.choice().of(ready.size(), lastCan));
        step(last);
    }

    private void end(@Nullable AssertionError why) {
        failure = why;
        over = true;
        LockSupport.unpark(owner);
    }

    private List<Actor> ready() {
        List<Actor> ready = stand(at -> at.open().getAsBoolean());
        if (ready.isEmpty() && !stand(Point::pause).isEmpty()) {
            standstill.run();
            return stand(Point::pause);
        }
        if (steps.size() > LONGEST || (ready.isEmpty() && !actors.stream().allMatch(Actor::finished))) {
            throw new AssertionError("nobody comes to an end: " + actors);
        }
        return ready;
    }

    private List<Actor> stand(Predicate<Point> where) {
        List<Actor> standing = new ArrayList<>(actors);
        standing.removeIf(actor -> !actor.stands(where));
        return standing;
    }

    private void step(Actor actor) {
        steps.add(actor.toString());
        moves += actor.polls() ? 0 : 1;
        actor.goOn();
    }

    /** Whether nobody moves: who was seen still may have been woken since, so it takes two looks that see the same. */
    private boolean still() {
        long before = -1;
        while (actors.stream().allMatch(Actor::still)) {
            long now = actors.stream().mapToLong(Actor::reached).sum();
            if (now == before) {
                return true;
            }
            before = now;
        }
        return false;
    }

    List<String> steps() {
        return steps;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        actors.forEach(LockSupport::unpark);
    }
}
