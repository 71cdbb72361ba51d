package dev.alacena.cache.engine;

import dev.alacena.api.MissReason;
import java.lang.System.Logger.Level;

/** Looks into the levels where the request may, and counts and logs what it finds. Thread-safe. */
final class Lookups {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    private final Reader reader;

    Lookups(Reader reader) {
        this.reader = reader;
    }

    Lookup look(Request request) {
        boolean bypass = request.bypass() || !request.policy().enabled();
        Lookup lookup = bypass ? new Lookup.Miss(MissReason.BYPASS, Near.Seat.NONE, null) : reader.lookup(request);
        if (lookup instanceof Lookup.Hit hit) {
            request.counters().hit(hit.level());
            LOG.log(Level.DEBUG, "hit {0} {1}", hit.level(), request.key());
        } else if (lookup instanceof Lookup.Miss miss) {
            request.counters().miss(miss.reason());
            LOG.log(Level.DEBUG, "miss {0} {1}", miss.reason(), request.key());
        }
        return lookup;
    }
}
