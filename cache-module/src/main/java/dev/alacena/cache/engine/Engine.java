package dev.alacena.cache.engine;

import dev.alacena.api.MissReason;
import dev.alacena.cache.engine.Flights.Boarding;
import dev.alacena.cache.engine.Flights.Flight;
import dev.alacena.cache.engine.Flights.Landing;
import dev.alacena.cache.engine.Leases.Ticket;
import dev.alacena.cache.engine.Lookup.Hit;
import dev.alacena.cache.engine.Lookup.Miss;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The read path: level 1, level 2, then one load for all who ask. Thread-safe.
 *
 * <p>No failure of the cache reaches the caller; what the loader throws does, untouched.
 */
public final class Engine {
    /** How often a caller gathers anew when what it waited for was invalidated; then it loads for itself. */
    static final int ROUNDS = 3;

    private final Parts parts;

    Engine(Parts parts) {
        this.parts = parts;
    }

    /** What the read path is made of. */
    record Parts(Lookups lookups, Flights flights, Leases leases, Filling filling, Link link, Loads loads) {}

    /** What level 1 has for a call of a caller that has changed nothing; null when that is to be asked for by a request. */
    public @Nullable Entry recall(Shortcut shortcut, Space space, Object[] arguments) {
        // a line of the log needs the key, which the long way makes
        Entry entry = Trace.on() ? null : shortcut.find(arguments);
        if (entry != null) {
            parts.lookups().recalled(space);
        }
        return entry;
    }

    /** Makes the next call with these arguments one that {@link #recall} answers, if level 1 has its answer. */
    public void remember(Shortcut shortcut, Request request, Object[] arguments) {
        Near.Held held = parts.lookups().held(request);
        if (held != null) {
            shortcut.keep(arguments, held);
        }
    }

    /** The answer to a request. */
    public @Nullable Object get(Request request, Loader loader) throws Exception {
        long came = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Approach approach = new Approach(request, parts.flights(), parts.leases());
            Lookup lookup = parts.lookups().look(request, approach);
            if (lookup instanceof Hit hit) {
                return hit.value();
            }
            Miss miss = (Miss) lookup;
            if (miss.reason() == MissReason.BYPASS) {
                return alone(request, miss.reason(), loader);
            }
            Boarding boarding = approach.arrive();
            came = round == 0 ? boarding.came() : came;
            if (boarding.leads()) {
                Optional<Loaded> loaded = lead(boarding.flight(), new Going(request, miss, approach.asked()), loader);
                if (loaded.isPresent()) {
                    return loaded.get().value();
                }
                continue;
            }
            Landing landing = Flights.landed(boarding.flight(), await(boarding.flight()), came, request.view());
            if (landing instanceof Landing.Loaded loaded) {
                try {
                    Object value = request.codec().decode(loaded.bytes()).value();
                    parts.lookups().missed(request, miss.reason());
                    return value;
                } catch (CodecException e) {
                    return alone(request, miss.reason(), loader);
                }
            }
            if (landing instanceof Landing.Unshared) {
                break;
            }
        }
        return last(request, loader);
    }

    /** Whoever could not share looks once more: what it waited behind may be over. */
    private @Nullable Object last(Request request, Loader loader) throws Exception {
        Lookup lookup = parts.lookups().look(request);
        return lookup instanceof Hit hit ? hit.value() : alone(request, ((Miss) lookup).reason(), loader);
    }

    private @Nullable Object alone(Request request, MissReason reason, Loader loader) throws Exception {
        parts.lookups().missed(request, reason);
        return parts.loads().run(request, loader);
    }

    /** What a leader has loaded; it may be null. */
    private record Loaded(@Nullable Object value) {}

    /** What a leader knows; the question for the lease is null when it has not been asked. */
    private record Going(Request request, Miss miss, Leases.@Nullable Asked asked) {}

    /** Empty when another loader was quicker: whoever led looks again, as those do who followed. */
    private Optional<Loaded> lead(Flight flight, Going going, Loader loader) throws Exception {
        Request request = going.request();
        Miss miss = going.miss();
        Landing landing = new Landing.Unshared();
        try {
            boolean patient = !parts.flights().nested(flight);
            Ticket ticket = parts.leases().take(request, miss, patient, going.asked());
            if (ticket instanceof Ticket.Filled) {
                landing = new Landing.Again();
                return Optional.empty();
            }
            parts.lookups().missed(request, miss, ticket);
            parts.flights().loads(flight);
            Object value = load(request, ticket, loader);
            parts.flights().close(flight);
            Request filling = request.atMost(loader.life(value));
            landing = settle(parts.filling().fill(filling, ticket, miss.seat(), value));
            return Optional.of(new Loaded(value));
        } finally {
            parts.flights().land(flight, landing);
        }
    }

    private @Nullable Object load(Request request, Ticket ticket, Loader loader) throws Exception {
        boolean loaded = false;
        try {
            Object value = parts.loads().run(request, loader);
            loaded = true;
            return value;
        } finally {
            if (!loaded) {
                settle(parts.filling().abandon(request, ticket));
            }
        }
    }

    private Landing settle(CompletionStage<Landing> stage) {
        try {
            return parts.link().settle(stage);
        } catch (Link.UnavailableException e) {
            return new Landing.Unshared();
        }
    }

    private Landing await(Flight flight) {
        try {
            return parts.flights().waitFor(flight)
                    ? flight.landing.get(parts.flights().left(flight), TimeUnit.NANOSECONDS)
                    : new Landing.Unshared();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Landing.Unshared();
        } catch (ExecutionException | TimeoutException e) {
            return new Landing.Unshared();
        } finally {
            parts.flights().arrived();
        }
    }
}
