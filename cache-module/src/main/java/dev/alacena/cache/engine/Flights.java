package dev.alacena.cache.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the callers of one cold key in this JVM behind one load. Thread-safe.
 *
 * <p>Nobody waits in a circle, as far as a load's own thread tells: whoever is about to wait publishes for what, then follows
 * who waits for whom.
 */
final class Flights {
    private final Map<Key, Flight> flying = new ConcurrentHashMap<>();

    /** Until they land, or go on without their threads: also those that nobody boards any more. */
    private final Set<Flight> led = ConcurrentHashMap.newKeySet();

    private final Map<Thread, Flight> waiting = new ConcurrentHashMap<>();
    private final Set<Need> needs = ConcurrentHashMap.newKeySet();
    private final Clock clock;

    Flights(Clock clock) {
        this.clock = clock;
    }

    /** How a flight ended. */
    sealed interface Landing {
        /**
         * All who boarded may have it; each makes its own value of the bytes. What was not stored may have been invalidated
         * on the way, and is for those alone who came before the load began.
         */
        record Loaded(byte[] bytes, boolean stored) implements Landing {}

        /** There may be an answer by now, or it was invalidated on the way: whoever boarded looks again. */
        record Again() implements Landing {}

        /**
         * Loaded in a transaction that may be older than the last write, and so neither stored nor shared. Whoever boarded
         * without one looks again, and one of them loads for the others; the rest could do no better.
         */
        record Outdated() implements Landing {}

        /** Failed, or not to be shared: whoever boarded loads for itself. */
        record Unshared() implements Landing {}
    }

    /** What a landing is for somebody who came at this moment, with this view. */
    static Landing landed(Flight flight, Landing landing, long came, View view) {
        if (landing instanceof Landing.Outdated) {
            return view.old() ? new Landing.Unshared() : new Landing.Again();
        }
        if (flight.request.tags().stream().anyMatch(view.written()::contains)) {
            // whatever tags the one that came foresaw, its own write is not in what another loaded
            return new Landing.Unshared();
        }
        boolean late = landing instanceof Landing.Loaded loaded && !loaded.stored() && came - flight.loading >= 0;
        return late ? new Landing.Again() : landing;
    }

    /** One load. */
    static final class Flight {
        final CompletableFuture<Landing> landing = new CompletableFuture<>();
        private final Request request;
        private final long start;
        private volatile long loading;
        private final Thread pilot;

        private Flight(Request request, long start, Thread pilot) {
            this.request = request;
            this.start = start;
            this.pilot = pilot;
        }
    }

    /** A load that waits for another's landing, whether its thread goes on or not. */
    record Need(Flight flight, Flight other) {}

    /** A flight, whether it is the caller's, who then must {@link #land} it, and when the caller came. */
    record Boarding(Flight flight, boolean leads, long came) {}

    Boarding board(Request request) {
        return board(request, Thread.currentThread());
    }

    /** Joins the flight that is under way, or begins one; nobody joins a flight that is older than a lease. */
    Boarding board(Request request, Thread caller) {
        Flight mine = new Flight(request, clock.nanos(), caller);
        Flight boarded =
                flying.compute(request.key(), (key, other) -> other == null || left(other) <= 0 ? lead(mine) : other);
        return new Boarding(boarded, boarded == mine, mine.start);
    }

    private Flight lead(Flight flight) {
        led.add(flight);
        return flight;
    }

    /** For how long, in nanoseconds, it makes sense to wait for a flight. */
    long left(Flight flight) {
        return flight.request.policy().times().lease().toNanos() - (clock.nanos() - flight.start);
    }

    /** The load of a flight begins. */
    void loads(Flight flight) {
        flight.loading = clock.nanos();
    }

    /** The load goes on without the thread that began it. */
    void goOnAlone(Flight flight) {
        led.remove(flight);
    }

    /** Nobody boards any more: what was loaded is about to be stored, and may be invalidated from then on. */
    void close(Flight flight) {
        flying.remove(flight.request.key(), flight);
    }

    void land(Flight flight, Landing landing) {
        close(flight);
        led.remove(flight);
        flight.landing.complete(landing);
    }

    /** Those who come from now on start anew: this key was invalidated here. */
    void divert(Key key) {
        flying.remove(key);
    }

    void divertTags(Collection<String> tags) {
        flying.values().removeIf(flight -> flight.request.tags().stream().anyMatch(tags::contains));
    }

    void divert(Sweep sweep) {
        flying.keySet().removeIf(sweep::matches);
    }

    /** Whether the caller leads another flight than this one, and so must not wait for other nodes. */
    boolean nested(Flight flight) {
        return mine().anyMatch(other -> other != flight);
    }

    private Stream<Flight> mine() {
        Thread me = Thread.currentThread();
        return led.stream().filter(flight -> flight.pilot == me);
    }

    /** Says that this thread waits; false if it would wait for itself. To be followed by {@link #arrived}. */
    boolean waitFor(Flight flight) {
        Thread me = Thread.currentThread();
        waiting.put(me, flight);
        return !waitsFor(flight, me, new HashSet<>());
    }

    /**
     * Says that what this thread loads waits for a flight, and the thread does not; null if a load would wait for itself. To be
     * followed by {@link #met}.
     */
    @Nullable
    List<Need> need(Flight flight) {
        List<Need> mine = mine().map(own -> new Need(own, flight)).toList();
        needs.addAll(mine);
        if (mine.isEmpty() || !waitsFor(flight, Thread.currentThread(), new HashSet<>())) {
            return mine;
        }
        met(mine);
        return null;
    }

    /** It waits no more. */
    void met(List<Need> some) {
        some.forEach(needs::remove);
    }

    /** Whether a flight may wait for a thread; one that was diverted holds the lease that a newer one of its key asks for. */
    private boolean waitsFor(@Nullable Flight flight, Thread me, Set<Key> seen) {
        if (flight == null || !seen.add(flight.request.key())) {
            return false;
        }
        return led.stream()
                        .filter(other -> sameKey(other, flight))
                        .anyMatch(other -> other.pilot == me || waitsFor(waiting.get(other.pilot), me, seen))
                || needs.stream()
                        .filter(need -> sameKey(need.flight(), flight))
                        .anyMatch(need -> waitsFor(need.other(), me, seen));
    }

    private static boolean sameKey(Flight one, Flight other) {
        return one.request.key().equals(other.request.key());
    }

    void arrived() {
        waiting.remove(Thread.currentThread());
    }
}
