package dev.alacena.history.run;

import dev.alacena.history.check.Contract;
import dev.alacena.history.check.Contract.Gap;
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
 * @param gaps what the library does not promise yet
 * @param naive whether a map that hears nothing stands before the caches
 */
public record Plan(Path directory, long seed, Load load, Set<String> faults, Set<Gap> gaps, boolean naive) {
    private static final Duration MAX_STALENESS = Duration.ofSeconds(1);
    private static final Duration MARGIN = Duration.ofMillis(200);
    private static final Duration RECOVERY = Duration.ofSeconds(2);
    private static final Duration FAILOVER = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long SLOWEST_RATE = 2_000;
    private static final Duration ADDED = Duration.ofSeconds(5);
    private static final Duration COMMAND = Duration.ofMillis(100);
    private static final Duration LEASE = Duration.ofSeconds(1);
    private static final Duration FENCE = Duration.ofSeconds(3);

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
        Set<Gap> gaps = words("history.gaps").stream()
                .map(word -> Gap.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .collect(Collectors.toSet());
        Path directory = Path.of(System.getProperty("history.directory", "target/history"), name)
                .toAbsolutePath();
        return new Plan(directory, givenSeed(), load, words("history.faults"), gaps, false);
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
        return new Plan(
                directory,
                seed,
                new Load(operations, load.processes(), load.threads(), load.limit()),
                Set.of("none"),
                gaps,
                true);
    }

    boolean snapshots() {
        return !gaps.contains(Gap.SNAPSHOTS);
    }

    /** What the processes must keep under {@link #settings}. */
    Contract contract() {
        Contract.Times times = new Contract.Times(COMMAND, LEASE, FENCE, ADDED);
        return new Contract(MAX_STALENESS.plus(MARGIN), RECOVERY, FAILOVER, times, gaps);
    }

    /** How long nothing is written before the audit. */
    Duration settling() {
        return RECOVERY.plus(FENCE).plus(MAX_STALENESS).plus(MARGIN);
    }

    /** Settings of the library. */
    Map<String, String> settings() {
        return Map.of(
                "alacena.redis.timeout", COMMAND.toString(),
                "alacena.max-staleness", MAX_STALENESS.toString(),
                "alacena.fence", FENCE.toString(),
                "alacena.defaults.lease", LEASE.toString(),
                "alacena.defaults.ttl", Shelf.LONG);
    }
}
