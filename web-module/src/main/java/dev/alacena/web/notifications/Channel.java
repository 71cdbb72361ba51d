package dev.alacena.web.notifications;

import dev.alacena.api.event.Event;
import dev.alacena.api.event.Events;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The stream of one client. It takes events when the client takes bytes, and never waits for one: a slow client costs the few
 * events that are on their way, and one that has taken nothing between two heartbeats is dropped. Thread-safe.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
final class Channel implements WriteListener {

    /** Events that are on their way to a client at most. */
    private static final int FEW = 32;

    private static final String RETRY = "retry: 3000\n\n";
    private static final String HEARTBEAT = ": \n\n";
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\n]");

    private final ServletOutputStream out;
    private final Events.Follower follower;
    private final Predicate<Event> last;
    private final Consumer<Channel> end;
    private final Deque<String> blocks = new ArrayDeque<>();
    private long told = Events.NOW;
    private boolean lastTaken;
    private boolean unflushed;
    private boolean moved = true;

    /** Whether the client would take more, and there is nothing. */
    private boolean idle;

    private boolean ended;

    /** Begins to follow, with what is to be run at a change. */
    interface Following {
        Events.Follower follow(Runnable changed);
    }

    /**
     * A channel whose writing begins with {@link ServletOutputStream#setWriteListener}.
     *
     * @param last whether a client is told nothing after an event
     * @param end runs once, after which nothing is written
     */
    Channel(ServletOutputStream out, Following following, Predicate<Event> last, Consumer<Channel> end) {
        this.out = out;
        this.last = last;
        this.end = end;
        this.follower = following.follow(this::wake);
        blocks.add(RETRY);
    }

    @Override
    public void onWritePossible() {
        if (!drain()) {
            close();
        }
    }

    @Override
    public void onError(Throwable gone) {
        close();
    }

    /** There may be something to tell. */
    private void wake() {
        if (!woken()) {
            close();
        }
    }

    private synchronized boolean woken() {
        return !idle || drain();
    }

    /** Shows the client that there is somebody, and finds out whether there is a client. */
    void heartbeat() {
        if (!beat()) {
            close();
        }
    }

    private synchronized boolean beat() {
        if (idle) {
            blocks.add(HEARTBEAT);
            return drain();
        }
        boolean goesOn = moved;
        moved = false;
        return goesOn;
    }

    /** Writes what there is, as long as the client takes it; false when the stream is over. */
    private synchronized boolean drain() {
        try {
            idle = false;
            while (!ended && out.isReady()) {
                String block = next();
                if (block != null) {
                    out.write(block.getBytes(StandardCharsets.UTF_8));
                    unflushed = true;
                    moved = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else if (lastTaken) {
                    return false;
                } else {
                    idle = true;
                    return true;
                }
            }
            return true;
        } catch (IOException | IllegalStateException gone) {
            // the second where the server itself has ended the exchange already
            return false;
        }
    }

    private @Nullable String next() {
        if (blocks.isEmpty() && !lastTaken) {
            take();
        }
        return blocks.poll();
    }

    private void take() {
        Events.Batch batch = follower.next(FEW);
        if (batch.gap()) {
            blocks.add("event: gap\ndata: {}\n\n");
        }
        for (Event event : batch.events()) {
            told = event.number();
            blocks.add(block(event));
            if (last.test(event)) {
                lastTaken = true;
                return;
            }
        }
        if (batch.reached() > told || (batch.gap() && batch.events().isEmpty())) {
            // of other users' events the client learns the number, to resume from
            told = batch.reached();
            blocks.add("id: %d\n\n".formatted(told));
        }
    }

    /** Each line of the data is one of the block; no line of it is anything else. */
    private static String block(Event event) {
        String type = LINE_BREAK.matcher(event.type()).replaceAll(" ");
        String data = LINE_BREAK.matcher(event.data()).replaceAll("\ndata: ");
        return "id: %d\nevent: %s\ndata: %s\n\n".formatted(event.number(), type, data);
    }

    /** No more is written; whoever calls this again does nothing. Not under the lock: the server has locks of its own. */
    void close() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            idle = false;
            blocks.clear();
        }
        follower.close();
        end.accept(this);
    }
}
