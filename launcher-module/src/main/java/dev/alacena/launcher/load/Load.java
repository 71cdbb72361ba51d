package dev.alacena.launcher.load;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The same load on two nodes by turns, one with caches and one without, and what it tells. Used by one thread.
 */
public final class Load {

    private static final int LOGINS_BETWEEN_REPORTS = 100;

    private final Target cached;
    private final Target uncached;
    private final DataSource database;
    private final Counter counter;
    private final Consumer<String> console;
    private final Map<Integer, String> tokens = new HashMap<>();

    /**
     * How long it takes.
     *
     * @param warmUp of each node, before the rounds, 1 to 900 seconds
     * @param rounds of one turn on each node, 1 to 100
     * @param turn the length of a turn, 1 to 600 seconds
     */
    public record Length(Duration warmUp, int rounds, Duration turn) {

        /**
         * Of arguments {@code warmup=60}, {@code rounds=7} and {@code seconds=10}, which are the defaults; others are left
         * alone.
         */
        public static Length of(String... arguments) {
            return new Length(
                    Duration.ofSeconds(number("warmup", 60, 900, arguments)),
                    number("rounds", 7, 100, arguments),
                    Duration.ofSeconds(number("seconds", 10, 600, arguments)));
        }

        private static int number(String name, int otherwise, int most, String... arguments) {
            String text = Stream.of(arguments)
                    .filter(argument -> argument.startsWith(name + "="))
                    .map(argument -> argument.substring(name.length() + 1).strip())
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .orElse(String.valueOf(otherwise));
            if (text.matches("[1-9][0-9]{0,2}") && Integer.parseInt(text) <= most) {
                return Integer.parseInt(text);
            }
            throw new IllegalArgumentException("-D%s=%s is not a number from 1 to %d".formatted(name, text, most));
        }
    }

    /** The nodes, the database that both use, and who reads the lines. */
    public Load(URI cached, URI uncached, DataSource database, Consumer<String> console) {
        this.cached = new Target(cached);
        this.uncached = new Target(uncached);
        this.database = database;
        this.counter = new Counter(this.cached, database);
        this.console = console;
    }

    /** Lets everybody in who takes part. */
    public void login(String password) throws IOException {
        for (int k = 1; k <= Mix.USERS; k++) {
            int user = Mix.number(k);
            tokens.put(user, cached.login(user, password));
            if (k % LOGINS_BETWEEN_REPORTS == 0) {
                console.accept("  %d of %d users are logged in".formatted(k, Mix.USERS));
            }
        }
    }

    /** Loads both nodes once to warm them up, then in rounds; says what came of it. */
    public void run(Length length) throws IOException, SQLException, InterruptedException {
        counter.prepare();
        ShownPosts posts = ShownPosts.in(database);
        console.accept("  both nodes are warmed up, %d seconds each"
                .formatted(length.warmUp().toSeconds()));
        turn(uncached, posts, length.warmUp(), 0);
        turn(cached, posts, length.warmUp(), 0);
        List<Round> rounds = new ArrayList<>();
        for (int round = 1; round <= length.rounds(); round++) {
            Counter.State before = counter.read(tokens);
            Times without = turn(uncached, posts, length.turn(), round);
            Counter.State between = counter.read(tokens);
            Times with = turn(cached, posts, length.turn(), round);
            Counter.State after = counter.read(tokens);
            rounds.add(new Round(with, without, after.since(between), between.since(before)));
            console.accept("  round %d of %d: %s".formatted(round, length.rounds(), rounds.get(round - 1)));
        }
        new Report(rounds).lines().forEach(console);
    }

    private Times turn(Target target, ShownPosts posts, Duration length, long seed)
            throws IOException, InterruptedException {
        return new Turn(target, tokens, posts, length).run(seed);
    }
}
