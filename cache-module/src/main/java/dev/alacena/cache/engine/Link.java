package dev.alacena.cache.engine;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The way to the store: waits for it, each time within the limit, and says once when it goes and when it is back. */
public final class Link {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    private final Duration limit;
    private final AtomicBoolean down = new AtomicBoolean();

    /** The store did not answer; the reason is in the log. */
    static final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1;

        UnavailableException(Throwable cause) {
            super(cause.toString(), cause, false, false);
        }
    }

    public Link(Duration limit) {
        this.limit = limit;
    }

    /** The answer of the store. */
    <T> T await(CompletionStage<T> stage) throws UnavailableException {
        return await(stage, limit);
    }

    <T> T await(CompletionStage<T> stage, Duration limit) throws UnavailableException {
        T answer = settle(stage, limit);
        up();
        return answer;
    }

    /** The outcome of a stage that has dealt with the failures of the store itself: it says nothing about the store. */
    <T> T settle(CompletionStage<T> stage) throws UnavailableException {
        return settle(stage, limit);
    }

    private <T> T settle(CompletionStage<T> stage, Duration limit) throws UnavailableException {
        try {
            return stage.toCompletableFuture().get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(e);
        } catch (ExecutionException e) {
            throw down(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw down(e);
        }
    }

    /** Notes the outcome of a stage that nobody waits for. */
    void note(Throwable failure) {
        down(failure);
    }

    private UnavailableException down(Throwable cause) {
        if (down.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "Redis does not answer; the application goes on without level 2: {0}",
                    cause.toString());
        }
        return new UnavailableException(cause);
    }

    private void up() {
        if (down.get() && down.compareAndSet(true, false)) {
            LOG.log(Level.INFO, "Redis answers again");
        }
    }
}
