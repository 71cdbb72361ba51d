package dev.alacena.cache.engine.event;

import dev.alacena.api.event.Events;
import dev.alacena.cache.engine.Later;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Sends the events of this node, one after the other, and hears those of all. Begins with its first use; whatever fails is
 * tried again until it succeeds. Thread-safe.
 */
public final class EventHub implements AutoCloseable {
    /** Events that wait for the store. */
    static final int WAITING = 10_000;

    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");
    private static final Duration AGAIN = Duration.ofMillis(200);
    private static final Duration REST = Duration.ofSeconds(1);

    private final EventStore store;
    private final Later later;
    private final Executor executor;
    private final Duration patience;
    private final EventLog log = new EventLog(EventStore.MOST);
    private final AtomicBoolean listening = new AtomicBoolean();
    private final Deque<Note> waiting = new ArrayDeque<>();
    private boolean sending;
    private long givenUp;
    private volatile boolean closed;

    /**
     * A hub that is not at work yet.
     *
     * @param store of all nodes
     * @param later for what has failed
     * @param executor wakes followers
     * @param patience for one command
     */
    public EventHub(EventStore store, Later later, Executor executor, Duration patience) {
        this.store = store;
        this.later = later;
        this.executor = executor;
        this.patience = patience;
    }

    /** Sends an event when its turn has come. */
    public void publish(Note note) {
        synchronized (waiting) {
            waiting.add(note);
            if (waiting.size() > WAITING) {
                waiting.remove();
                if (givenUp++ == 0) {
                    LOG.log(Level.WARNING, "More than {0} events wait for Redis; the oldest are given up", WAITING);
                }
            }
        }
        listen();
        send();
    }

    /** Follows a subject from now on, or after a number. */
    public Events.Follower follow(String subject, long after, Runnable changed) {
        Events.Follower follower = log.join(subject, after, changed);
        listen();
        return follower;
    }

    /** Begins to hear before it sends: whoever follows on this node hears what this node sends. */
    private void listen() {
        if (listening.compareAndSet(false, true)) {
            turn();
        }
    }

    private void turn() {
        ask(() -> store.from(log.ask()), patience, (turn, failure) -> {
            if (failure != null) {
                again(this::turn);
            } else if (log.heard(turn)) {
                turn();
            } else {
                send();
                rest();
            }
        });
    }

    /** Until there may be something to hear; when nothing says so, that is heard by asking. */
    private void rest() {
        ask(() -> store.changed(log.position()), patience.plus(REST), (nothing, failure) -> {
            if (failure == null || failure instanceof TimeoutException) {
                turn();
            } else {
                again(this::turn);
            }
        });
    }

    private void send() {
        Note next;
        synchronized (waiting) {
            if (sending || waiting.isEmpty() || !log.begun()) {
                return;
            }
            sending = true;
            next = waiting.element();
        }
        ask(() -> store.add(next), patience, (done, failure) -> {
            sent(next, failure == null);
            if (failure == null) {
                send();
            } else {
                again(this::send);
            }
        });
    }

    private void sent(Note note, boolean done) {
        synchronized (waiting) {
            sending = false;
            if (done) {
                waiting.remove(note);
            }
            if (waiting.isEmpty() && givenUp > 0) {
                LOG.log(Level.WARNING, "Redis takes events again; {0} were given up", givenUp);
                givenUp = 0;
            }
        }
    }

    private void again(Runnable step) {
        if (!closed) {
            later.run(AGAIN, step);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it goes on with the answer
    private <T> void ask(
            Supplier<? extends CompletionStage<T>> question,
            Duration atMost,
            BiConsumer<? super T, ? super Throwable> answer) {
        if (closed) {
            return;
        }
        CompletionStage<T> asked;
        try {
            asked = question.get();
        } catch (RuntimeException e) {
            asked = CompletableFuture.failedStage(e);
        }
        later.bounded(asked, atMost)
                .whenCompleteAsync(
                        (value, failure) -> {
                            if (!closed) {
                                answer.accept(value, failure);
                            }
                        },
                        executor);
    }

    /** Nothing more is sent, heard or told. */
    @Override
    public void close() {
        closed = true;
    }
}
