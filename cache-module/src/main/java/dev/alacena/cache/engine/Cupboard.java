package dev.alacena.cache.engine;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Executor;
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
 */
public record Cupboard(
        Engine engine, AsyncEngine async, Writes writes, Direct direct, Near near, Store store, Executor executor) {

    /**
     * What the engine stands on.
     *
     * @param store level 2
     * @param near level 1
     * @param executor runs what has to go on when another's load has failed
     */
    public record Base(Store store, Near near, Executor executor) {}

    /**
     * What bounds the engine.
     *
     * @param store how long one operation of the store may take
     * @param fence how long a fence stands when the writer that raised it has died
     */
    public record Limits(Duration store, Duration fence) {}

    /** What time and chance do; scripted in tests. */
    public record Chance(Clock clock, Pause pause, Supplier<String> tokens) {
        /** Real time, and 128 bits of secure randomness for each token. */
        public static Chance real() {
            SecureRandom random = new SecureRandom();
            return new Chance(System::nanoTime, Pause.jittered(), () -> token(random));
        }

        private static String token(SecureRandom random) {
            byte[] bits = new byte[16];
            random.nextBytes(bits);
            return HexFormat.of().formatHex(bits);
        }
    }

    /** Puts the parts together. */
    public static Cupboard of(Base base, Limits limits, Chance chance) {
        Store store = base.store();
        Link link = new Link(limits.store(), chance.clock());
        Reader reader = new Reader(base.near(), store, link, chance.clock());
        Lookups lookups = new Lookups(reader);
        Flights flights = new Flights(chance.clock());
        Leases leases = new Leases(store, link, chance);
        Filling filling = new Filling(store, reader, link, chance.clock());
        Engine.Parts parts = new Engine.Parts(lookups, flights, leases, filling, link, new Loads(chance.clock()));
        Engine engine = new Engine(parts);
        Locals locals = new Locals(base.near(), flights);
        return new Cupboard(
                engine,
                new AsyncEngine(parts, engine, base.executor()),
                new Writes(store, link, locals, new Writes.Fencing(chance.tokens(), limits.fence())),
                new Direct(store, link, locals, lookups),
                base.near(),
                store,
                base.executor());
    }
}
