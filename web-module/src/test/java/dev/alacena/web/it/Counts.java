package dev.alacena.web.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many statements PostgreSQL and which commands Redis has executed, by their own statistics. */
final class Counts {

    /**
     * Of all clients; without those of this class, which are its own query and what the driver sets on its connection, and
     * without what a node does call or no call: its look for news of revocations, and taking out what is over.
     */
    private static final String STATEMENTS =
            """
            select coalesce(sum(calls), 0) from pg_stat_statements
            where query not like '%pg_stat_statements%' and query not ilike 'set %'
            and query not like 'select % from alacena_revocations%' and query not like 'delete from alacena_revocations%'
            """;

    private long statementsBefore;
    private Map<String, Long> commandsBefore = Map.of();

    /** Begins to count. */
    void mark() {
        statementsBefore = executed();
        commandsBefore = called();
    }

    /** SQL statements of all clients since the mark, transaction control included. */
    long statements() {
        return executed() - statementsBefore;
    }

    /** Calls of Redis since the mark by command; without INFO, which asks for them, and PING. */
    Map<String, Long> commands() {
        Map<String, Long> since = new TreeMap<>(called());
        commandsBefore.forEach((command, calls) -> since.merge(command, -calls, Long::sum));
        return since.entrySet().stream()
                .filter(command -> command.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static long executed() {
        try (Connection connection = Backends.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            try (ResultSet sum = statement.executeQuery(STATEMENTS)) {
                sum.next();
                return sum.getLong(1);
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static Map<String, Long> called() {
        int port = Integer.parseInt(Backends.property("it.redis"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write("INFO commandstats\r\nQUIT\r\n".getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                            .lines()
                            .filter(line -> line.startsWith("cmdstat_"))
                            .collect(Collectors.toMap(Counts::command, Counts::calls))
                            .entrySet()
                            .stream()
                            .filter(command -> !command.getKey().equals("info")
                                    && !command.getKey().equals("ping"))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String command(String line) {
        return line.substring("cmdstat_".length(), line.indexOf(':'));
    }

    private static long calls(String line) {
        return Long.parseLong(line.substring(line.indexOf('=') + 1, line.indexOf(',')));
    }
}
