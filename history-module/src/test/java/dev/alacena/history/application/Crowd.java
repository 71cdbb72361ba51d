package dev.alacena.history.application;

import dev.alacena.history.event.Shelf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Callers that ask for one cold row at the same moment. Used by one thread. */
final class Crowd {
    private static final Shelf SHELF = Shelf.STRICT;
    private static final long STACK_BYTES = 1024 * 1024;

    /** How long the loader takes, so that all come while it is at work. */
    private static final long LOAD_NANOS = 500_000_000;

    private static final long LIMIT_NANOS = 240_000_000_000L;
    private static final int FRAMES = 25;

    private final Cabinet cabinet;
    private final CountDownLatch start = new CountDownLatch(1);
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger loads = new AtomicInteger();
    private final List<Thread> callers = new ArrayList<>();

    Crowd(Cabinet cabinet) {
        this.cabinet = cabinet;
    }

    /** Back when so many callers wait. */
    void gather(int count) throws InterruptedException {
        CountDownLatch here = new CountDownLatch(count);
        for (int number = 0; number < count; number++) {
            Thread caller = new Thread(null, () -> call(here), "caller-" + number, STACK_BYTES);
            callers.add(caller);
            caller.start();
        }
        here.await();
    }

    private void call(CountDownLatch here) {
        Load.take();
        Load.pauseNext(LOAD_NANOS);
        here.countDown();
        try {
            start.await();
        } catch (InterruptedException e) {
            return;
        }
        int row = SHELF.row(0);
        if (Cabinet.read(cabinet, SHELF, row).row() == row) {
            answers.incrementAndGet();
        }
        if (Load.take() != null) {
            loads.incrementAndGet();
        }
    }

    /** Lets all call; how many got their answer, and how many loaded. Who is not back in time is told with where it stands. */
    String rush() throws InterruptedException {
        long end = System.nanoTime() + LIMIT_NANOS;
        start.countDown();
        for (Thread caller : callers) {
            TimeUnit.NANOSECONDS.timedJoin(caller, Math.max(1, end - System.nanoTime()));
        }
        String told = answers + " " + loads;
        return callers.stream().anyMatch(Thread::isAlive) ? told + " and stuck: " + stuck() : told;
    }

    private String stuck() {
        return callers.stream()
                .filter(Thread::isAlive)
                .collect(Collectors.groupingBy(Crowd::place, Collectors.counting()))
                .toString();
    }

    private static String place(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}
