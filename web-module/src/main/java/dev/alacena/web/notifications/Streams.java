package dev.alacena.web.notifications;

import dev.alacena.api.event.Events;
import dev.alacena.api.security.RevocationsUnavailableException;
import dev.alacena.api.security.TokenClaims;
import dev.alacena.api.security.TokenRevocations;
import dev.alacena.domain.login.Caller;
import dev.alacena.web.http.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The streams that are open on this node. All of them get a heartbeat every {@code notifications.heartbeat} (15 seconds), and
 * those whose token is not good any more end with it. A user has {@code notifications.streams-per-user} (10) at most.
 * Thread-safe.
 */
@ApplicationScoped
public class Streams {

    private static final System.Logger LOG = System.getLogger(Streams.class.getName());

    static final String TYPE = "text/event-stream";

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration SLOWEST = Duration.ofMinutes(1);
    private static final int PER_USER = 10;

    @Inject
    Config config;

    @Inject
    Events events;

    @Inject
    TokenRevocations revocations;

    @Inject
    Clock clock;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedScheduledExecutorService scheduler;

    private final Map<Channel, Reader> readers = new HashMap<>();
    private Duration heartbeat = HEARTBEAT;
    private int perUser = PER_USER;
    private @Nullable Future<?> beating;
    private boolean stopped;

    /** Who reads a stream. */
    private record Reader(long user, TokenClaims token, AsyncContext exchange) {}

    /** Settings that cannot be used refuse the deployment. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object event) {
        LOG.log(Level.DEBUG, "Streams of notifications have a heartbeat every {0}", heartbeat);
    }

    @PostConstruct
    void start() {
        heartbeat = config.getOptionalValue("notifications.heartbeat", Duration.class)
                .orElse(HEARTBEAT);
        perUser = config.getOptionalValue("notifications.streams-per-user", Integer.class)
                .orElse(PER_USER);
        if (heartbeat.toMillis() < 1 || heartbeat.compareTo(SLOWEST) > 0 || perUser < 1) {
            throw new IllegalArgumentException(
                    "notifications.heartbeat=%s must be above 0 and at most PT1M, notifications.streams-per-user=%d above 0"
                            .formatted(heartbeat, perUser));
        }
        beating = scheduler.scheduleAtFixedRate(
                this::beat, heartbeat.toMillis(), heartbeat.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        Future<?> beats = beating;
        if (beats != null) {
            beats.cancel(true);
        }
        all().keySet().forEach(channel -> guarded(channel::close));
    }

    /**
     * Opens a stream.
     *
     * @param caller to be told
     * @param user the caller's id
     * @param after the number of the event that the client has seen last, or {@link Events#NOW}
     * @param exchange that was begun for it
     * @throws Refusal if the user has too many
     */
    void open(Caller caller, long user, long after, AsyncContext exchange) throws IOException {
        String own = Notifier.session(String.valueOf(caller.claims().session()));
        exchange.setTimeout(0);
        // or Undertow keeps the end of a burst until the next write, and says that it is ready
        exchange.getResponse().setBufferSize(1);
        ServletOutputStream out = exchange.getResponse().getOutputStream();
        Channel channel = new Channel(
                out,
                changed -> events.follow(Notifier.subject(user), after, changed),
                event -> event.type().equals(Notifier.SESSION_REVOKED)
                        && event.data().equals(own),
                this::closed);
        if (!enter(channel, new Reader(user, caller.claims(), exchange))) {
            channel.close();
            throw Refusal.tooMany("There are too many streams of this user.", Math.max(1, heartbeat.toSeconds()));
        }
        try {
            begin((HttpServletResponse) exchange.getResponse());
            out.setWriteListener(channel);
        } catch (RuntimeException e) {
            // JAX-RS answers it
            left(channel);
            channel.close();
            throw e;
        }
    }

    private static void begin(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(TYPE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // as proxies of the kind of nginx hold answers back otherwise
        response.setHeader("X-Accel-Buffering", "no");
    }

    private synchronized boolean enter(Channel channel, Reader reader) {
        long open = readers.values().stream()
                .filter(other -> other.user() == reader.user())
                .count();
        if (open >= perUser || stopped) {
            return false;
        }
        readers.put(channel, reader);
        return true;
    }

    private void closed(Channel channel) {
        Reader reader = left(channel);
        if (reader != null) {
            reader.exchange().complete();
        }
    }

    private synchronized @Nullable Reader left(Channel channel) {
        return readers.remove(channel);
    }

    private synchronized Map<Channel, Reader> all() {
        return Map.copyOf(readers);
    }

    /** Heartbeats first: looking at tokens can take a while. */
    private void beat() {
        Map<Channel, Reader> streams = all();
        streams.keySet().forEach(channel -> guarded(channel::heartbeat));
        boolean sure = true;
        for (Map.Entry<Channel, Reader> stream : streams.entrySet()) {
            boolean good = false;
            try {
                good = sure && isGood(stream.getValue().token());
            } catch (RevocationsUnavailableException unsure) {
                // nobody can tell of the others either: the clients come again, and are answered why not
                sure = false;
            }
            if (!good) {
                guarded(stream.getKey()::close);
            }
        }
    }

    /** One stream that cannot be written must not be the end of the beats of all. */
    private static void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A stream of notifications has failed", e);
        }
    }

    private boolean isGood(TokenClaims token) {
        return clock.instant().isBefore(token.expiresAt()) && !revocations.isRevoked(token);
    }
}
