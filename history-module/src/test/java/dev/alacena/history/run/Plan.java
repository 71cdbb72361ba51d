package dev.alacena.history.run;

import dev.alacena.history.check.Contract;
import dev.alacena.history.event.Shelf;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run is to be.
 *
 * @param directory where it writes; emptied before
 * @param seed of the trouble and of the calls
 * @param load how much is called
 * @param faults names of the kinds of trouble; empty for all, {@code none} for none
 * @param servers of level 2
 * @param kind of run
 */
public record Plan(Path directory, long seed, Load load, Set<String> faults, Servers.Kind servers, Kind kind) {
    private static final Duration MAX_STALENESS = Duration.ofSeconds(1);
    private static final Duration MARGIN = Duration.ofMillis(200);
    private static final Duration RECOVERY = Duration.ofSeconds(2);
    private static final Duration FAILOVER = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long SLOWEST_RATE = 500;
    private static final Duration ADDED = Duration.ofSeconds(5);
    private static final Duration COMMAND = Duration.ofMillis(300);
    private static final Duration CONNECT = Duration.ofMillis(300);
    private static final Duration DOUBT = COMMAND.plus(CONNECT);
    private static final Duration LEASE = Duration.ofSeconds(1);
    private static final Duration FENCE = Duration.ofSeconds(3);

    /** What a run is for. */
    public enum Kind {
        /** To hold the processes to the contract. */
        CONTRACT,
        /** To see the checker find a map before the caches that hears nothing. */
        NAIVE,
        /** To see a crowd of callers gather, with so much patience that nobody loads because a busy machine is slow. */
        CROWD
    }

    /**
     * How much is called.
     *
     * @param operations of all processes together, at least
     * @param processes of the application
     * @param threads of each process
     * @param limit of the whole run
     */
    public record Load(long operations, int processes, int threads, Duration limit) {}

    /** As the system properties say. */
    public static Plan read(String name) {
        long operations = Long.getLong("history.operations", 100_000);
        Load load = new Load(
                operations,
                Integer.getInteger("history.processes", 2),
                Integer.getInteger("history.threads", 4),
                PATIENCE.plusSeconds(operations / SLOWEST_RATE));
        Path directory = Path.of(System.getProperty("history.directory", "target/history"), name)
                .toAbsolutePath();
        return new Plan(directory, givenSeed(), load, words("history.faults"), wanted(), Kind.CONTRACT);
    }

    private static Servers.Kind wanted() {
        return Servers.Kind.valueOf(
                System.getProperty("history.servers", "single").strip().toUpperCase(Locale.ROOT));
    }

    private static long givenSeed() {
        String seed = System.getProperty("history.seed", "");
        return seed.isBlank() ? new Random().nextInt(Integer.MAX_VALUE) : Long.parseLong(seed.strip());
    }

    private static Set<String> words(String property) {
        return Arrays.stream(System.getProperty(property, "").split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same with a naive near cache, and so many calls without trouble. */
    public Plan naive(long operations) {
        return with(operations, load.processes(), load.threads()).of(Set.of("none"), Servers.Kind.SINGLE, Kind.NAIVE);
    }

    /** The same with a primary that is replaced again and again, and so many calls. */
    public Plan failovers(long operations) {
        return with(operations, load.processes(), load.threads())
                .of(Set.of("fail-over"), Servers.Kind.SENTINEL, Kind.CONTRACT);
    }

    /** Processes that wait for what they are told to do. */
    public Plan crowd(int processes) {
        return with(0, processes, 0).of(Set.of("none"), Servers.Kind.SINGLE, Kind.CROWD);
    }

    private Plan with(long operations, int processes, int threads) {
        Load other = new Load(operations, processes, threads, load.limit());
        return new Plan(directory, seed, other, faults, servers, kind);
    }

    private Plan of(Set<String> only, Servers.Kind set, Kind other) {
        return new Plan(directory, seed, load, only, set, other);
    }

    boolean naive() {
        return kind == Kind.NAIVE;
    }

    /** What the processes must keep under {@link #settings}. */
    Contract contract() {
        Contract.Times times = new Contract.Times(COMMAND, DOUBT, LEASE, FENCE, ADDED);
        return new Contract(MAX_STALENESS.plus(MARGIN), RECOVERY, FAILOVER, times);
    }

    /** How long there must be calls: a cache that hears nothing is seen when it is older than it may be. */
    Duration shortest() {
        return naive() ? MAX_STALENESS.plus(MARGIN).multipliedBy(4) : Duration.ZERO;
    }

    /** How long nothing is written before the audit. */
    Duration settling() {
        return RECOVERY.plus(FENCE).plus(MAX_STALENESS).plus(MARGIN);
    }

    /** Settings of the library. */
    Map<String, String> settings() {
        boolean crowd = kind == Kind.CROWD;
        return Map.of(
                "alacena.redis.timeout", (crowd ? PATIENCE : COMMAND).toString(),
                "alacena.redis.connect-timeout", (crowd ? PATIENCE : CONNECT).toString(),
                "alacena.max-staleness", MAX_STALENESS.toString(),
                "alacena.fence", FENCE.toString(),
                "alacena.defaults.lease", (crowd ? PATIENCE : LEASE).toString(),
                "alacena.defaults.ttl", Shelf.LONG);
    }
}
