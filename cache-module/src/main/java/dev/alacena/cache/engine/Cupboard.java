package dev.alacena.cache.engine;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The engine put together: reading, writing and single operations over the same two levels.
 *
 * @param engine for methods that answer at once
 * @param async for methods that answer later
 * @param writes for methods that change data
 * @param direct for code that uses a cache by hand
 * @param near level 1
 * @param store level 2
 * @param executor of the engine
 * @param later of the engine
 * @param recovery from trouble with level 2
 * @param journal for how long an invalidation is remembered
 * @param breaker cuts level 2 off when it does not answer
 * @param node counters of what concerns no single cache
 * @param revocations of tokens
 * @param link the way to level 2
 */
public record Cupboard(
        Engine engine,
        AsyncEngine async,
        Writes writes,
        Direct direct,
        Near near,
        Store store,
        Executor executor,
        Later later,
        Recovery recovery,
        Duration journal,
        Breaker breaker,
        Counters node,
        Revocations revocations,
        Link link) {

    /**
     * What the engine stands on.
     *
     * @param store level 2
     * @param near level 1
     * @param breaker cuts level 2 off when it does not answer
     * @param executor runs what has to go on when another's load has failed
     */
    public record Base(Store store, Near near, Breaker breaker, Executor executor) {}

    /**
     * What bounds the engine.
     *
     * @param store how long one operation of the store may take
     * @param fence how long a fence stands when the writer that raised it has died
     * @param journal for how long an invalidation is remembered
     */
    public record Limits(Duration store, Duration fence, Duration journal) {}

    /** What time and chance do; scripted in tests. */
    public record Chance(Clock clock, Pause pause, Later later, Supplier<String> tokens) {
        /** Real time, and 128 bits of secure randomness for each token. */
        public static Chance real(Later later) {
            SecureRandom random = new SecureRandom();
            return new Chance(System::nanoTime, Pause.jittered(), later, () -> token(random));
        }

        private static String token(SecureRandom random) {
            byte[] bits = new byte[16];
            random.nextBytes(bits);
            return HexFormat.of().formatHex(bits);
        }
    }

    /** Puts the parts together; level 1 answers as soon as it hears what others invalidate. */
    public static Cupboard of(Base base, Limits limits, Chance chance) {
        return of(base, limits, chance, cache -> Optional.empty());
    }

    /** The same, with the counters of each cache by its name. */
    public static Cupboard of(Base base, Limits limits, Chance chance, Function<String, Optional<Counters>> counters) {
        Store store = base.store();
        Link link = new Link(limits.store(), base.breaker(), chance.clock(), chance.later());
        Journal journal = new Journal(limits.journal(), chance.clock());
        Counters node = new Counters();
        Sending sending = new Sending(store, link, journal, new Tally(counters, node));
        Recovery recovery = new Recovery(store, link, sending, chance.later());
        link.whenOpened(recovery::begin);
        sending.whenLost(recovery::begin);
        Reader reader = new Reader(base.near(), store, link, journal, chance.clock());
        Ends ends = new Ends(chance.clock());
        Lookups lookups = new Lookups(reader, ends, chance.clock());
        Flights flights = new Flights(chance.clock());
        Leases leases = new Leases(store, link, limits.journal(), chance);
        Filling filling = new Filling(store, reader, link, ends, chance.clock());
        Engine.Parts parts = new Engine.Parts(lookups, flights, leases, filling, link, new Loads(chance.clock()));
        Engine engine = new Engine(parts);
        Locals locals = new Locals(base.near(), flights);
        Sweeps sweeps = new Sweeps(store, link, chance.later(), limits.fence());
        KnownRevocations known = new KnownRevocations(chance.clock());
        store.listen(new Hearing(locals, known, sending, sweeps));
        return new Cupboard(
                engine,
                new AsyncEngine(parts, engine, base.executor(), chance.later()),
                new Writes(store, link, sending, locals, new Writes.Fencing(chance.tokens(), limits.fence(), sweeps)),
                new Direct(store, link, sending, locals, lookups),
                base.near(),
                store,
                base.executor(),
                chance.later(),
                recovery,
                limits.journal(),
                base.breaker(),
                node,
                new Revocations(known, store.revocations(), link, sending),
                link);
    }

    /** Watches what the calling thread finds from now on. */
    public Observation observe() {
        return Observation.begin(store::name);
    }
}
