package dev.alacena.cache.engine;

import dev.alacena.cache.engine.Flights.Boarding;
import dev.alacena.cache.engine.Leases.Asked;
import dev.alacena.cache.engine.Store.Found;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The way of one call from looking to loading. Where level 2 has nothing, whoever brings that answer boards for the caller, and
 * asks for the lease if the caller leads: so a load begins without waking the caller in between. Thread-safe.
 */
final class Approach {
    private final Request request;
    private final Flights flights;
    private final Leases leases;
    private final Thread caller = Thread.currentThread();
    private @Nullable Boarding boarding;
    private @Nullable Asked asked;
    private boolean arrived;

    Approach(Request request, Flights flights, Leases leases) {
        this.request = request;
        this.flights = flights;
        this.leases = leases;
    }

    /** What was found, when there is nothing left to wait for before loading. */
    CompletionStage<Found> found(Found found) {
        Asked claim = found.bytes() == null ? go() : null;
        return claim == null
                ? CompletableFuture.completedStage(found)
                : claim.answer().handle((answer, failure) -> found);
    }

    private synchronized @Nullable Asked go() {
        if (!arrived) {
            boarding = flights.board(request, caller);
            asked = boarding.leads() ? leases.ask(request) : null;
        }
        return asked;
    }

    /** To be called once, by the caller: from now on nobody boards for it. */
    synchronized Boarding arrive() {
        arrived = true;
        return boarding == null ? flights.board(request, caller) : boarding;
    }

    /** The question for the lease that is under way; null when nobody has asked. */
    synchronized @Nullable Asked asked() {
        return asked;
    }
}
