package dev.alacena.cache.engine;

import dev.alacena.api.CacheLevel;
import dev.alacena.api.MissReason;
import org.jspecify.annotations.Nullable;

/** Looks into the levels where the request may; counts and logs hits and misses. Thread-safe. */
final class Lookups {
    private final Reader reader;
    private final Ends ends;
    private final Clock clock;

    Lookups(Reader reader, Ends ends, Clock clock) {
        this.reader = reader;
        this.ends = ends;
        this.clock = clock;
    }

    Lookup look(Request request) {
        return look(request, null);
    }

    /** The same on the way to a load. */
    Lookup look(Request request, @Nullable Approach approach) {
        boolean bypass = request.view().changed() || !request.policy().enabled();
        Lookup lookup =
                bypass ? new Lookup.Miss(MissReason.BYPASS, Near.Seat.NONE, null) : reader.lookup(request, approach);
        if (lookup instanceof Lookup.Hit hit) {
            request.counters().hit(hit.level());
            Trace.hit(hit.level(), request.key());
            Observation.hit(request, hit, clock);
        }
        return lookup;
    }

    Near.@Nullable Held held(Request request) {
        return reader.held(request);
    }

    /** A hit of level 1 that took the shortcut; none does while hits are logged. */
    void recalled(Space space) {
        space.counters().hit(CacheLevel.LEVEL_1);
    }

    /** To be called once for a caller that gets its answer from a load. */
    void missed(Request request, MissReason reason) {
        request.counters().miss(reason);
        Trace.miss(reason, request.key());
        Observation.miss(request, reason);
    }

    /** The reason in the light of what came of asking for the lease. */
    void missed(Request request, Lookup.Miss miss, Leases.Ticket ticket) {
        missed(request, reason(request, miss.reason(), ticket));
    }

    private MissReason reason(Request request, MissReason seen, Leases.Ticket ticket) {
        if (ticket instanceof Leases.Ticket.Fenced || ticket instanceof Leases.Ticket.Outdated) {
            return MissReason.FENCED;
        }
        if (seen != MissReason.COLD || !(ticket instanceof Leases.Ticket.Owned owned)) {
            return seen;
        }
        MissReason why = ends.why(request.key());
        return owned.lately() ? MissReason.INVALIDATED : why;
    }
}
