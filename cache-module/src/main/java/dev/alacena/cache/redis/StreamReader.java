package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Listener;
import dev.alacena.cache.redis.Stream.Heard;
import dev.alacena.cache.redis.Stream.Message;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hears what all nodes invalidate. Each turn asks for everything after a position, and the answer, even an empty one,
 * proves that all invalidations before the asking have been told. A number that was skipped, another epoch or another
 * server mean that something may have been missed. Used by one thread.
 */
final class StreamReader {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    /** How long an answer may take. */
    private static final Duration LIMIT = Duration.ofMillis(500);

    private static final long RENEWAL = Duration.ofMinutes(1).toNanos();

    private final Sources sources;
    private final Listener listener;
    private final Clock clock;
    private String position = Stream.NOWHERE;
    private String epoch = "";
    private String identity = "";
    private long number;
    private long renewed;

    StreamReader(Sources sources, Listener listener, Clock clock) {
        this.sources = sources;
        this.listener = listener;
        this.clock = clock;
        this.renewed = clock.nanos();
    }

    /** What is asked, and what is told besides the listener. */
    record Sources(Stream stream, Floors floors, Formats formats, Primaries primaries) {}

    /** What the reader waits for between two turns. */
    interface Waiting {
        /** Returns when there may be a message after the position, at the latest after a third of max-staleness. */
        void forMessage(String position) throws InterruptedException;

        /** Returns after a short while: the server does not answer. */
        void forServer() throws InterruptedException;
    }

    /** Goes on until it is interrupted. */
    void run(Waiting waiting) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (turn()) {
                    waiting.forMessage(position);
                } else {
                    waiting.forServer();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks once; whether there was an answer. */
    boolean turn() throws InterruptedException {
        try {
            boolean more;
            do {
                more = ask();
            } while (more);
            return true;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.log(Level.DEBUG, "not heard: {0}", e.getClass().getName());
            return false;
        }
    }

    /** Whether there is more than one turn can bring. */
    private boolean ask() throws InterruptedException, ExecutionException, TimeoutException {
        long sent = clock.nanos();
        Heard heard = get(sources.stream().hear(position));
        if (!heard.identity().equals(identity)) {
            replaced(heard);
        }
        if (position.equals(Stream.NOWHERE)) {
            begin(heard);
        } else if (!goOn(heard)) {
            LOG.log(Level.INFO, "Invalidations may have been missed; level 1 begins anew");
            position = Stream.NOWHERE;
            return true;
        }
        heard.abandoned().forEach(sweep -> listener.abandoned(sweep.sweep(), sweep.fence()));
        if (heard.messages().size() >= Stream.TURN) {
            return true;
        }
        get(sources.formats().heard(heard.formats(), sent));
        listener.heard(sent);
        if (sources.primaries().replaced()) {
            another();
        }
        renew(sent);
        return false;
    }

    private void replaced(Heard heard) {
        position = Stream.NOWHERE;
        if (!identity.isEmpty()) {
            another();
        }
        identity = heard.identity();
    }

    private void another() {
        LOG.log(Level.INFO, "Another server answers; invalidations of the last while are sent again");
        listener.replaced();
    }

    /** Nothing that level 1 has from before the first answer can be trusted. */
    private void begin(Heard heard) {
        listener.missed();
        renewed = clock.nanos() - RENEWAL;
        epoch = heard.epoch();
        number = heard.number();
        position = heard.messages().isEmpty()
                ? Stream.START
                : heard.messages().get(heard.messages().size() - 1).position();
    }

    /** Whether nothing was skipped. */
    private boolean goOn(Heard heard) {
        for (Message message : heard.messages()) {
            if (message.number() != number + 1 || message.announcement() == null) {
                return false;
            }
            sources.floors().raise(message.announcement(), message.serverMillis());
            listener.invalidated(message.announcement());
            number = message.number();
            position = message.position();
        }
        boolean complete = heard.messages().size() < Stream.TURN;
        return heard.epoch().equals(epoch) && (!complete || number == heard.number());
    }

    private void renew(long now) throws InterruptedException, ExecutionException, TimeoutException {
        if (now - renewed >= RENEWAL) {
            get(sources.formats().renew());
            renewed = now;
        }
    }

    private static <T> T get(CompletionStage<T> stage)
            throws InterruptedException, ExecutionException, TimeoutException {
        return stage.toCompletableFuture().get(LIMIT.toNanos(), TimeUnit.NANOSECONDS);
    }
}
