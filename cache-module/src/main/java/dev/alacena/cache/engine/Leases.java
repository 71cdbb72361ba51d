package dev.alacena.cache.engine;

import dev.alacena.cache.engine.Store.Claim;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gets the right to load a key and to store what was loaded, from among all nodes. Thread-safe. */
final class Leases {
    private final Store store;
    private final Link link;
    private final Waiting waiting;

    /** What time and chance do while waiting; scripted in tests. */
    record Waiting(Clock clock, Pause pause, Supplier<String> tokens) {}

    Leases(Store store, Link link, Waiting waiting) {
        this.store = store;
        this.link = link;
        this.waiting = waiting;
    }

    /** What came of it. */
    sealed interface Ticket {
        /** Load and fill. */
        record Owned(String token, Map<String, Long> tags) implements Ticket {}

        /** Somebody else has loaded: look again. */
        record Filled() implements Ticket {}

        /** Load, store nothing and share nothing: a writer is at work. */
        record Fenced() implements Ticket {}

        /** The same: another loader is at work for too long. */
        record Alone() implements Ticket {}

        /** Load and store nothing: the store is away, so that only this JVM can gather. */
        record Cut() implements Ticket {}
    }

    /** Asks until there is an answer, at most for the lease time; only once if the caller must not wait. */
    Ticket take(Request request, byte @Nullable [] rejected, boolean patient) {
        Store.Lease lease =
                new Store.Lease(waiting.tokens().get(), request.policy().times().lease(), rejected);
        try {
            return ticket(request, lease, patient ? insist(request, lease) : ask(request, lease));
        } catch (Link.UnavailableException e) {
            return new Ticket.Cut();
        }
    }

    private Claim insist(Request request, Store.Lease lease) throws Link.UnavailableException {
        long start = waiting.clock().nanos();
        long pause = Pause.FIRST;
        Claim claim = ask(request, lease);
        while (claim == Claim.HELD
                && waiting.clock().nanos() - start < lease.ttl().toNanos()) {
            waiting.pause().nanos(pause);
            pause = Math.min(pause * 2, Pause.LONGEST);
            claim = ask(request, lease);
        }
        return claim;
    }

    private Claim ask(Request request, Store.Lease lease) throws Link.UnavailableException {
        return link.await(store.claim(request.key(), lease));
    }

    private Ticket ticket(Request request, Store.Lease lease, Claim claim) throws Link.UnavailableException {
        return switch (claim) {
            case GRANTED -> new Ticket.Owned(lease.token(), versions(request));
            case FILLED -> new Ticket.Filled();
            case FENCED -> new Ticket.Fenced();
            case HELD -> new Ticket.Alone();
        };
    }

    private Map<String, Long> versions(Request request) throws Link.UnavailableException {
        return request.tags().isEmpty()
                ? Map.of()
                : link.await(store.tags(
                        request.tags(), Tags.timeToLive(request.policy().times())));
    }
}
