package dev.alacena.cache.engine;

import dev.alacena.api.MissReason;
import dev.alacena.cache.engine.Flights.Boarding;
import dev.alacena.cache.engine.Flights.Flight;
import dev.alacena.cache.engine.Flights.Landing;
import dev.alacena.cache.engine.Flights.Need;
import dev.alacena.cache.engine.Leases.Ticket;
import dev.alacena.cache.engine.Lookup.Hit;
import dev.alacena.cache.engine.Lookup.Miss;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The read path of methods that answer later. The caller's thread looks, asks for the lease and starts the load; it
 * does not wait for loads of this JVM. Thread-safe.
 */
public final class AsyncEngine {
    private final Engine.Parts parts;
    private final Engine engine;
    private final Executor executor;
    private final Later later;

    AsyncEngine(Engine.Parts parts, Engine engine, Executor executor, Later later) {
        this.parts = parts;
        this.engine = engine;
        this.executor = executor;
        this.later = later;
    }

    /** The answer to a request. */
    public CompletionStage<@Nullable Object> get(Request request, AsyncLoader loader) throws Exception {
        return get(request, loader, Engine.ROUNDS);
    }

    private CompletionStage<@Nullable Object> get(Request request, AsyncLoader loader, int rounds) throws Exception {
        Lookup lookup = parts.lookups().look(request);
        if (lookup instanceof Hit hit) {
            return CompletableFuture.completedStage(hit.value());
        }
        Miss miss = (Miss) lookup;
        if (miss.reason() == MissReason.BYPASS || rounds == 0) {
            return alone(request, miss.reason(), loader);
        }
        Boarding boarding = parts.flights().board(request);
        if (boarding.leads()) {
            return lead(boarding.flight(), miss, request, loader, rounds);
        }
        AsyncLoader later = loader.later();
        if (later == null) {
            return wait(request, loader);
        }
        List<Need> needs = parts.flights().need(boarding.flight());
        return needs == null
                ? get(request, loader, 0)
                : follow(boarding, request, new Retry(later, rounds - 1, miss.reason()))
                        .whenComplete((answer, failure) -> parts.flights().met(needs));
    }

    /** What a follower does when its flight brought nothing. */
    private record Retry(AsyncLoader loader, int rounds, MissReason reason) {}

    private CompletionStage<@Nullable Object> alone(Request request, MissReason reason, AsyncLoader loader)
            throws Exception {
        parts.lookups().missed(request, reason);
        return parts.loads().start(request, loader);
    }

    private CompletionStage<@Nullable Object> lead(
            Flight flight, Miss miss, Request request, AsyncLoader loader, int rounds) throws Exception {
        boolean started = false;
        Ticket ticket = new Ticket.Alone();
        try {
            ticket = parts.leases().take(request, miss, !parts.flights().nested(flight), null);
            if (ticket instanceof Ticket.Filled) {
                parts.flights().land(flight, new Landing.Again());
                return get(request, loader, rounds - 1);
            }
            parts.lookups().missed(request, miss, ticket);
            parts.flights().loads(flight);
            CompletionStage<@Nullable Object> stage = parts.loads().start(request, loader);
            parts.flights().goOnAlone(flight);
            started = true;
            return settle(flight, request, new Settling(ticket, miss.seat()), stage);
        } finally {
            if (!started) {
                parts.filling().abandon(request, ticket);
                parts.flights().land(flight, new Landing.Unshared());
            }
        }
    }

    /** What it takes to store a value that arrives later. */
    private record Settling(Ticket ticket, Near.Seat seat) {}

    private CompletionStage<@Nullable Object> settle(
            Flight flight, Request request, Settling settling, CompletionStage<@Nullable Object> stage) {
        // what the caller does with the answer must not hold up the threads of the client of Redis
        return stage.handle((value, failure) -> {
                    parts.flights().close(flight);
                    return failure == null
                            ? parts.filling().fill(request, settling.ticket(), settling.seat(), value)
                            : parts.filling().abandon(request, settling.ticket());
                })
                .thenCompose(landing -> landing)
                .handleAsync(
                        (landing, failure) -> {
                            parts.flights().land(flight, landing == null ? new Landing.Unshared() : landing);
                            return stage;
                        },
                        executor)
                .thenCompose(original -> original);
    }

    /** The caller's thread alone can load, so it waits as a synchronous caller does. */
    private CompletionStage<@Nullable Object> wait(Request request, AsyncLoader loader) throws Exception {
        CompletableFuture<CompletionStage<@Nullable Object>> own = new CompletableFuture<>();
        Loader waiting = () -> {
            CompletionStage<@Nullable Object> stage = loader.load();
            own.complete(stage);
            return stage.toCompletableFuture().join();
        };
        try {
            Object value = engine.get(request, waiting);
            return own.isDone() ? own.join() : CompletableFuture.completedStage(value);
        } catch (CompletionException e) {
            if (own.isDone()) {
                return own.join();
            }
            throw e;
        }
    }

    private CompletionStage<@Nullable Object> follow(Boarding boarding, Request request, Retry retry) {
        Flight flight = boarding.flight();
        Duration left = Duration.ofNanos(Math.max(1, parts.flights().left(flight)));
        return later.bounded(flight.landing, left)
                .thenApply(landing -> Flights.landed(flight, landing, boarding.came(), request.view()))
                .handleAsync((landing, failure) -> landed(landing, request, retry), executor)
                .thenCompose(stage -> stage);
    }

    private CompletionStage<@Nullable Object> landed(@Nullable Landing landing, Request request, Retry retry) {
        try {
            return landing instanceof Landing.Loaded loaded
                    ? shared(loaded, request, retry)
                    : get(request, retry.loader(), landing instanceof Landing.Again ? retry.rounds() : 0);
        } catch (Exception e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** A value that can be written and not restored is nothing that a caller should hear of. */
    private CompletionStage<@Nullable Object> shared(Landing.Loaded loaded, Request request, Retry retry)
            throws Exception {
        try {
            Object value = request.codec().decode(loaded.bytes()).value();
            parts.lookups().missed(request, retry.reason());
            return CompletableFuture.completedStage(value);
        } catch (CodecException e) {
            return alone(request, retry.reason(), retry.loader());
        }
    }
}
