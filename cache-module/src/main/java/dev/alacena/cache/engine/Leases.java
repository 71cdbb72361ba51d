package dev.alacena.cache.engine;

import dev.alacena.api.MissReason;
import dev.alacena.cache.engine.Store.Answer;
import dev.alacena.cache.engine.Store.Claim;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Gets the right to load a key and to store what was loaded, from among all nodes. Thread-safe. */
final class Leases {
    private final Store store;
    private final Link link;
    private final Duration journal;
    private final Cupboard.Chance chance;

    Leases(Store store, Link link, Duration journal, Cupboard.Chance chance) {
        this.store = store;
        this.link = link;
        this.journal = journal;
        this.chance = chance;
    }

    /** What came of it. */
    sealed interface Ticket {
        /** Load and fill; whether the key is known to have been invalidated lately. */
        record Owned(String token, Map<String, Long> tags, boolean lately) implements Ticket {}

        /** Somebody else has loaded: look again. */
        record Filled() implements Ticket {}

        /** Load, store nothing and share nothing: a writer is at work. */
        record Fenced() implements Ticket {}

        /** The same: what the caller sees of the database may be older than a writer's work. */
        record Outdated() implements Ticket {}

        /** The same: another loader is at work for too long. */
        record Alone() implements Ticket {}

        /** Load and store nothing: the store is away, so that only this JVM can gather. The lease may be granted. */
        record Cut(@Nullable String token) implements Ticket {}
    }

    /** A question for the lease of a key that is not there, under way. */
    record Asked(Store.Lease lease, CompletionStage<Claim> answer) {}

    /** Asks without waiting; null where the answer cannot matter. */
    @Nullable
    Asked ask(Request request) {
        Duration age = age(request);
        if (age.compareTo(journal) >= 0) {
            return null;
        }
        Store.Lease lease =
                new Store.Lease(chance.tokens().get(), request.policy().times().lease(), null, age);
        return new Asked(lease, link.start(() -> store.claim(request.key(), lease)));
    }

    /**
     * Asks until there is an answer, at most for the lease time; only once if the caller must not wait; not at all if the
     * store did not answer a moment ago. The first time may have been before.
     */
    Ticket take(Request request, Lookup.Miss miss, boolean patient, @Nullable Asked before) {
        if (before != null) {
            return take(request, patient, before);
        }
        if (miss.reason() == MissReason.UNAVAILABLE) {
            return new Ticket.Cut(null);
        }
        if (age(request).compareTo(journal) >= 0) {
            // whether the key was invalidated since nobody remembers
            return new Ticket.Outdated();
        }
        Store.Lease lease =
                new Store.Lease(chance.tokens().get(), request.policy().times().lease(), miss.rejected(), age(request));
        try {
            long start = chance.clock().nanos();
            return ticket(request, lease, insist(request, lease, ask(request, lease), patient ? start : null));
        } catch (Link.UnavailableException e) {
            return new Ticket.Cut(lease.token());
        }
    }

    private Ticket take(Request request, boolean patient, Asked before) {
        Store.Lease lease = before.lease();
        try {
            long start = chance.clock().nanos();
            Claim first = link.settle(before.answer());
            return ticket(request, lease, insist(request, lease, first, patient ? start : null));
        } catch (Link.UnavailableException e) {
            return new Ticket.Cut(lease.token());
        }
    }

    /** A question takes at most the limit to arrive; the view is so much older then. */
    private Duration age(Request request) {
        Long began = request.view().began();
        return began == null
                ? Duration.ZERO
                : Duration.ofNanos(chance.clock().nanos() - began).plus(link.limit());
    }

    /** Asks again while another has the lease; not at all without a moment since when that is waited for. */
    private Claim insist(Request request, Store.Lease lease, Claim first, @Nullable Long start)
            throws Link.UnavailableException {
        long pause = Pause.FIRST;
        Claim claim = first;
        while (start != null
                && claim.answer() == Answer.HELD
                && chance.clock().nanos() - start < lease.ttl().toNanos()) {
            chance.pause().nanos(pause);
            pause = Math.min(pause * 2, Pause.LONGEST);
            claim = ask(request, lease);
        }
        return claim;
    }

    private Claim ask(Request request, Store.Lease lease) throws Link.UnavailableException {
        Store.Lease now = new Store.Lease(lease.token(), lease.ttl(), lease.rejected(), age(request));
        return link.await(() -> store.claim(request.key(), now));
    }

    private Ticket ticket(Request request, Store.Lease lease, Claim claim) throws Link.UnavailableException {
        return switch (claim.answer()) {
            case GRANTED -> owned(request, lease, claim.lately());
            case FILLED -> new Ticket.Filled();
            case FENCED -> new Ticket.Fenced();
            case OUTDATED -> new Ticket.Outdated();
            case HELD -> new Ticket.Alone();
        };
    }

    /** With the versions of the tags from before the load; one that is fenced, or younger than the caller's view, has none. */
    private Ticket owned(Request request, Store.Lease lease, boolean lately) throws Link.UnavailableException {
        if (request.tags().isEmpty()) {
            return new Ticket.Owned(lease.token(), Map.of(), lately);
        }
        Duration ttl = Tags.timeToLive(request.policy().times());
        Map<String, Long> versions = link.await(() -> store.tags(request.tags(), ttl, age(request)));
        if (versions.keySet().containsAll(request.tags())) {
            return new Ticket.Owned(lease.token(), versions, lately);
        }
        link.await(() -> store.abandon(request.key(), lease.token()));
        return request.view().old() ? new Ticket.Outdated() : new Ticket.Fenced();
    }
}
