package dev.alacena.cache.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tries a store that was cut off, or that did not confirm an invalidation, until it answers; sends the invalidations that it
 * has missed, and then closes the breaker. Thread-safe.
 */
public final class Recovery {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMillis(500);

    /** A shard that stays away does not keep the others cut off. */
    private static final int PATIENCE = 10;

    private final Store store;
    private final Link link;
    private final Sending sending;
    private final Later later;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopped;

    Recovery(Store store, Link link, Sending sending, Later later) {
        this.store = store;
        this.link = link;
        this.sending = sending;
        this.later = later;
    }

    /** Begins, unless it is at work already. */
    void begin() {
        if (!stopped && running.compareAndSet(false, true)) {
            schedule(SHORTEST, 0);
        }
    }

    /** No more attempts. */
    public void stop() {
        stopped = true;
    }

    /** Invalidations of this node that the store has not confirmed; other nodes may have what they should take out. */
    public int unconfirmed() {
        return sending.unsent();
    }

    /** How often the store has not answered a command in time, or has refused it. */
    public long unanswered() {
        return link.unanswered();
    }

    private void schedule(Duration pause, int answered) {
        later.run(pause, () -> attempt(pause, answered));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it goes on by itself
    private void attempt(Duration pause, int answered) {
        if (stopped) {
            return;
        }
        // whatever an attempt throws, an error of the client too, is a failed stage, and another attempt follows
        CompletableFuture.completedStage(true)
                .thenCompose(begun -> link.bounded(link.past(this::probe)))
                .thenCompose(done -> sending.sendUnsent())
                .whenComplete((all, failure) -> {
                    if (failure != null) {
                        schedule(SHORTEST, 0);
                    } else if (all) {
                        done();
                    } else {
                        goOn(pause, answered);
                    }
                });
    }

    private void goOn(Duration pause, int answered) {
        schedule(longer(pause), answered + 1);
        if (answered >= PATIENCE) {
            link.close();
        }
    }

    private void done() {
        // before the breaker closes: whoever opens it again must not find this at work
        running.set(false);
        boolean closed = false;
        try {
            link.close();
            closed = true;
        } finally {
            // what was lost while the rest was being sent found this at work, and was left to it
            if (!closed || sending.anyUnsent()) {
                begin();
            }
        }
    }

    /** A server that answers and refuses will go on to do so for a while. */
    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }

    @SuppressWarnings("unchecked") // what it answers is nobody's business
    private CompletionStage<Object> probe() {
        return (CompletionStage<Object>) store.probe();
    }
}
