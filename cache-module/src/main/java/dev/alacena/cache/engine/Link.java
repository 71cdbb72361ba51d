package dev.alacena.cache.engine;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The way to the store: starts commands, waits for each within the limit, and says when the store goes and is back. */
public final class Link {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    /** A store that answers every other command is not worth two lines for each. */
    private static final long QUIET = TimeUnit.SECONDS.toNanos(30);

    private final Duration limit;
    private final Clock clock;
    private final AtomicBoolean down = new AtomicBoolean();
    private final AtomicLong said;

    /** The store did not answer. */
    static final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1;

        UnavailableException(Throwable cause) {
            super(cause.getClass().getName(), cause, false, false);
        }
    }

    public Link(Duration limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
        this.said = new AtomicLong(clock.nanos() - QUIET);
    }

    Duration limit() {
        return limit;
    }

    /** A command that fails at once, as one of a client that never connected does, is a failed stage like any other. */
    <T> CompletionStage<T> start(Supplier<? extends CompletionStage<T>> command) {
        try {
            return command.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** The answer of the store. */
    <T> T await(Supplier<? extends CompletionStage<T>> command) throws UnavailableException {
        return await(command, limit);
    }

    <T> T await(Supplier<? extends CompletionStage<T>> command, Duration atMost) throws UnavailableException {
        T answer = settle(start(command), atMost);
        up();
        return answer;
    }

    /** The outcome of a stage that has dealt with the failures of the store itself: it says nothing about the store. */
    <T> T settle(CompletionStage<T> stage) throws UnavailableException {
        return settle(stage, limit);
    }

    /** The same stage, failed when the limit is over. */
    <T> CompletionStage<T> bounded(CompletionStage<T> stage) {
        return stage.toCompletableFuture().copy().orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Notes the failure of a stage that nobody waits for. */
    void note(Throwable failure) {
        down(failure);
    }

    private <T> T settle(CompletionStage<T> stage, Duration atMost) throws UnavailableException {
        try {
            return stage.toCompletableFuture().get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(e);
        } catch (ExecutionException e) {
            throw down(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw down(e);
        }
    }

    /** Only the kind of failure is logged: messages of the client quote commands with their keys. */
    private UnavailableException down(Throwable cause) {
        if (down.compareAndSet(false, true) && aWhileAgo()) {
            LOG.log(
                    Level.WARNING,
                    "Redis does not answer; the application goes on without level 2 ({0})",
                    cause.getClass().getName());
        }
        return new UnavailableException(cause);
    }

    private void up() {
        if (down.get() && down.compareAndSet(true, false)) {
            LOG.log(Level.INFO, "Redis answers again");
        }
    }

    private boolean aWhileAgo() {
        long last = said.get();
        return clock.nanos() - last >= QUIET && said.compareAndSet(last, clock.nanos());
    }
}
