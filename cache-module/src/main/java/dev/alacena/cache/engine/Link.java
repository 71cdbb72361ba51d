package dev.alacena.cache.engine;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * The way to the store: starts commands unless the breaker is open, waits for each within the limit, and says when the
 * store goes and is back. Thread-safe.
 */
public final class Link {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    /** A store that answers every other command is not worth two lines for each. */
    private static final long QUIET = TimeUnit.SECONDS.toNanos(30);

    private final Duration limit;
    private final Clock clock;
    private final Breaker breaker;
    private final Later later;
    private final AtomicBoolean down = new AtomicBoolean();
    private final AtomicLong said;
    private final LongAdder unanswered = new LongAdder();
    private volatile Runnable opened = () -> {};

    /** The store did not answer. */
    static final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1;

        UnavailableException(Throwable cause) {
            super(cause.getClass().getName(), cause, false, false);
        }
    }

    /** The breaker is open: nothing was sent. */
    private static final class CutOffException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private CutOffException() {
            super("the breaker is open", null, false, false);
        }
    }

    public Link(Duration limit, Breaker breaker, Clock clock, Later later) {
        this.limit = limit;
        this.breaker = breaker;
        this.clock = clock;
        this.later = later;
        this.said = new AtomicLong(clock.nanos() - QUIET);
    }

    Duration limit() {
        return limit;
    }

    /** How often a command was not answered in time, or was refused. */
    long unanswered() {
        return unanswered.sum();
    }

    /** What is to run when the breaker has opened; more than once, perhaps. */
    void whenOpened(Runnable action) {
        opened = action;
    }

    /** The store answers again. */
    void close() {
        breaker.close();
    }

    /** A command; a failed stage when the breaker is open. */
    <T> CompletionStage<T> start(Supplier<? extends CompletionStage<T>> command) {
        return breaker.open() ? CompletableFuture.failedStage(new CutOffException()) : past(command);
    }

    /**
     * A command, whatever the breaker says. One that fails at once, as a command of a client that never connected does, is a
     * failed stage like any other.
     */
    <T> CompletionStage<T> past(Supplier<? extends CompletionStage<T>> command) {
        long sent = clock.nanos();
        try {
            return command.get().whenComplete((answer, failure) -> note(failure, sent));
        } catch (RuntimeException e) {
            note(e, sent);
            return CompletableFuture.failedStage(e);
        }
    }

    /** The answer of the store. */
    <T> T await(Supplier<? extends CompletionStage<T>> command) throws UnavailableException {
        if (breaker.open()) {
            throw new UnavailableException(new CutOffException());
        }
        long sent = clock.nanos();
        try {
            T answer = get(command.get(), limit);
            answered(clock.nanos() - sent);
            return answer;
        } catch (ExecutionException e) {
            throw refused(e.getCause() == null ? e : e.getCause(), sent);
        } catch (RuntimeException e) {
            throw refused(e, sent);
        }
    }

    private UnavailableException refused(Throwable cause, long sent) {
        failed(cause, clock.nanos() - sent);
        return new UnavailableException(cause);
    }

    /** The answer of the store; if there is none in time, of somebody else. */
    <T> T await(Supplier<? extends CompletionStage<T>> command, Duration atMost, Supplier<T> otherwise) {
        try {
            return settle(start(command), atMost);
        } catch (UnavailableException e) {
            return otherwise.get();
        }
    }

    /** The outcome of a stage. */
    <T> T settle(CompletionStage<T> stage) throws UnavailableException {
        return settle(stage, limit);
    }

    private <T> T settle(CompletionStage<T> stage, Duration atMost) throws UnavailableException {
        try {
            return get(stage, atMost);
        } catch (ExecutionException e) {
            throw new UnavailableException(e.getCause() == null ? e : e.getCause());
        }
    }

    private <T> T get(CompletionStage<T> stage, Duration atMost) throws UnavailableException, ExecutionException {
        try {
            return stage.toCompletableFuture().get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(e);
        } catch (TimeoutException e) {
            failed(e, atMost.toNanos());
            throw new UnavailableException(e);
        }
    }

    /**
     * The outcome of a stage that is bounded by itself. A write waits for it to the end, also in a thread that is interrupted:
     * what it has to do on this node is done by whoever completes the stage.
     */
    <T> T outcome(CompletionStage<T> stage) throws UnavailableException {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException | CancellationException e) {
            throw new UnavailableException(e.getCause() == null ? e : e.getCause());
        }
    }

    /** The same stage, failed when the limit is over. */
    <T> CompletionStage<T> bounded(CompletionStage<T> stage) {
        return later.bounded(stage, limit).whenComplete((answer, failure) -> {
            // the stage's own failures come wrapped, and have been noted
            if (failure instanceof TimeoutException) {
                failed(failure, limit.toNanos());
            }
        });
    }

    private void note(Throwable failure, long sent) {
        long taken = clock.nanos() - sent;
        if (failure == null) {
            answered(taken);
        } else {
            failed(
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure,
                    taken);
        }
    }

    private void answered(long taken) {
        breaker.answered(taken);
        if (down.get() && down.compareAndSet(true, false)) {
            LOG.log(Level.INFO, "Redis answers again");
        }
    }

    /** Only the kind of failure is logged: messages of the client quote commands with their keys. */
    private void failed(Throwable cause, long taken) {
        unanswered.increment();
        breaker.failed(cause, taken);
        if (down.compareAndSet(false, true) && aWhileAgo()) {
            LOG.log(
                    Level.WARNING,
                    "Redis does not answer; the application goes on without level 2 ({0})",
                    cause.getClass().getName());
        }
        if (breaker.open()) {
            opened.run();
        }
    }

    private boolean aWhileAgo() {
        long last = said.get();
        return clock.nanos() - last >= QUIET && said.compareAndSet(last, clock.nanos());
    }
}
