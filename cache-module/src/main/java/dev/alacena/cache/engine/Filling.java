package dev.alacena.cache.engine;

import dev.alacena.cache.engine.Counters.Event;
import dev.alacena.cache.engine.Flights.Landing;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Stores what was loaded, if the lease still allows it. Thread-safe. */
final class Filling {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    private final Store store;
    private final Reader reader;
    private final Link link;
    private final Ends ends;
    private final Clock clock;

    Filling(Store store, Reader reader, Link link, Ends ends, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.link = link;
        this.ends = ends;
        this.clock = clock;
    }

    /** Stores where the ticket allows it; the stage never fails and says who else may have the value. */
    CompletionStage<Landing> fill(Request request, Leases.Ticket ticket, Near.Seat seat, @Nullable Object value) {
        if (ticket instanceof Leases.Ticket.Owned owned) {
            return store(request, owned, seat, value);
        }
        if (ticket instanceof Leases.Ticket.Cut) {
            return abandon(request, ticket).thenApply(done -> share(request, value));
        }
        return CompletableFuture.completedStage(
                ticket instanceof Leases.Ticket.Outdated ? new Landing.Outdated() : new Landing.Unshared());
    }

    /** Gives the lease back where there is or may be one; the stage never fails. */
    CompletionStage<Landing> abandon(Request request, Leases.Ticket ticket) {
        if (ticket instanceof Leases.Ticket.Owned owned) {
            return abandon(request, owned.token());
        }
        if (ticket instanceof Leases.Ticket.Cut cut && cut.token() != null) {
            // a lease may have been granted in an answer that did not arrive; nobody waits for this one
            abandon(request, cut.token());
        }
        return CompletableFuture.completedStage(new Landing.Unshared());
    }

    private CompletionStage<Landing> abandon(Request request, String token) {
        return link.start(() -> store.abandon(request.key(), token)).handle((done, failure) -> new Landing.Unshared());
    }

    private CompletionStage<Landing> store(
            Request request, Leases.Ticket.Owned ticket, Near.Seat seat, @Nullable Object value) {
        Entry entry = new Entry(value, ticket.tags());
        byte[] bytes;
        try {
            bytes = request.codec().encode(entry);
        } catch (CodecException e) {
            unwritable(request, e);
            return abandon(request, ticket);
        }
        Store.Value stored = new Store.Value(bytes, request.policy().ttlOf(entry));
        long sent = clock.nanos();
        return link.bounded(link.start(() -> store.fill(request.key(), ticket.token(), stored)))
                .handle((done, failure) -> {
                    if (failure != null) {
                        return lost(request, ticket);
                    }
                    Tally.filled(request.key(), request.counters(), done);
                    if (done) {
                        ends.stored(request.key(), stored.ttl());
                        reader.keep(request, seat, entry, new Reader.Kept(bytes, sent, stored.ttl()));
                    }
                    // a tag does not void leases: only a new look tells whether one was invalidated on the way
                    return done && ticket.tags().isEmpty() ? new Landing.Loaded(bytes, true) : new Landing.Again();
                });
    }

    /** Whether it was stored is not known, nor whether it might have been. */
    private Landing lost(Request request, Leases.Ticket.Owned ticket) {
        request.counters().count(Event.FAULT);
        abandon(request, ticket.token());
        return new Landing.Again();
    }

    /** What was read in an older view of the database is not for callers who began later. */
    private static Landing share(Request request, @Nullable Object value) {
        if (request.view().old()) {
            return new Landing.Outdated();
        }
        try {
            return new Landing.Loaded(request.codec().encode(new Entry(value, Map.of())), false);
        } catch (CodecException e) {
            return new Landing.Unshared();
        }
    }

    static void unwritable(Request request, CodecException e) {
        request.counters().count(Event.FAULT);
        LOG.log(
                Level.WARNING,
                "A value of cache {0} cannot be stored: {1}",
                request.key().cache(),
                e.getMessage());
    }
}
