package dev.alacena.launcher.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * What the caches of a node and the database have done, by their own statistics.
 *
 * @param node the one with caches
 * @param database that all nodes use
 */
record Counter(Target node, DataSource database) {

    /** All statements but those of this class, and of the nodes' look for news of revocations, which comes call or no call. */
    private static final String STATEMENTS =
            """
            SELECT coalesce(sum(calls), 0),
              coalesce(sum(calls) FILTER (WHERE query IN ('BEGIN', 'COMMIT', 'ROLLBACK')), 0)
            FROM pg_stat_statements
            WHERE query NOT LIKE '%pg_stat_statements%' AND query NOT LIKE '%from alacena_revocations%'
            """;

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern HITS = Pattern.compile("\"hits\":\\{([^}]*)\\}");
    private static final Pattern MISSES = Pattern.compile("\"misses\":\\{([^}]*)\\}");
    private static final Pattern NAMES = Pattern.compile("\"[A-Z_0-9]+\":");

    /**
     * Since the server started.
     *
     * @param hits of all caches
     * @param misses of all caches
     * @param statements of all nodes
     * @param control those of them that only begin or end a transaction
     */
    record State(long hits, long misses, long statements, long control) {

        State since(State before) {
            return new State(
                    hits - before.hits,
                    misses - before.misses,
                    statements - before.statements,
                    control - before.control);
        }
    }

    void prepare() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        }
    }

    /** Asks both, the node as the first user, an administrator. */
    State read(Map<Integer, String> tokens) throws SQLException, IOException {
        String statistics = node.answer(Call.get("statistics", 1, "cache/stats"), tokens);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet sums = statement.executeQuery(STATEMENTS)) {
            sums.next();
            return new State(sum(HITS, statistics), sum(MISSES, statistics), sums.getLong(1), sums.getLong(2));
        }
    }

    private static long sum(Pattern member, String json) {
        return member.matcher(json)
                .results()
                .map(found -> NAMES.matcher(found.group(1)).replaceAll(""))
                .flatMap(counts -> NUMBER.matcher(counts).results())
                .mapToLong(count -> Long.parseLong(count.group()))
                .sum();
    }
}
