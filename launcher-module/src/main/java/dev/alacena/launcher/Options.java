package dev.alacena.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked for. Without an address, the launcher starts Redis or PostgreSQL itself.
 *
 * @param target the build directory of the launcher: the servers are in it, and everything that a run writes
 */
record Options(Path target, Server server, int nodes, int port, @Nullable URI redis, @Nullable Database database) {

    private static final int MOST_NODES = 8;
    private static final int FIRST_PORT = 1_024;
    /** The application's own default. */
    private static final String USER = "alacena";

    private static final Pattern JDBC_URL = Pattern.compile("jdbc:postgresql://[^/]+/.+");

    /** Reads {@code name=value} arguments; a name without a value is as if it was not there. */
    static Options parse(String... arguments) throws LaunchFailure {
        Map<String, String> given = given(arguments);
        List<String> problems = new ArrayList<>();
        int nodes = number(given, "nodes", new int[] {1, 1, MOST_NODES}, problems);
        Options options = new Options(
                Path.of(given.getOrDefault("target", "target")).toAbsolutePath(),
                server(given, problems),
                nodes,
                number(given, "port", new int[] {8_080, FIRST_PORT, 65_536 - nodes}, problems),
                redis(given, problems),
                database(given, problems));
        if (!problems.isEmpty()) {
            throw new LaunchFailure(
                    "the options are wrong:%n  ".formatted() + String.join("%n  ".formatted(), problems));
        }
        return options;
    }

    private static Map<String, String> given(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length == 2 && !parts[1].isBlank()) {
                given.put(parts[0], parts[1].strip());
            }
        }
        return given;
    }

    /** A number within bounds: default, least, most. */
    private static int number(Map<String, String> given, String name, int[] bounds, List<String> problems) {
        String text = given.getOrDefault(name, String.valueOf(bounds[0]));
        if (text.matches("\\d{1,6}")) {
            int number = Integer.parseInt(text);
            if (number >= bounds[1] && number <= bounds[2]) {
                return number;
            }
        }
        problems.add("-D%s=%s is not a number from %d to %d".formatted(name, text, bounds[1], bounds[2]));
        return bounds[0];
    }

    private static Server server(Map<String, String> given, List<String> problems) {
        String name = given.getOrDefault("server", "payara");
        return switch (name) {
            case "payara" -> new PayaraMicro();
            case "wildfly" -> new WildFly();
            default -> {
                problems.add("-Dserver=%s is unknown: it is payara or wildfly".formatted(name));
                yield new PayaraMicro();
            }
        };
    }

    private static @Nullable URI redis(Map<String, String> given, List<String> problems) {
        String text = given.get("redis.url");
        if (text == null) {
            return null;
        }
        if (!text.matches("rediss?://([^@/]*@)?[^@/:]+(:\\d{1,5})?(/\\d*)?")) {
            problems.add("-Dredis.url is not an address of the form redis://[user:password@]host[:port][/database]");
            return null;
        }
        return URI.create(text);
    }

    private static @Nullable Database database(Map<String, String> given, List<String> problems) {
        String url = given.get("db.url");
        if (url == null) {
            if (given.containsKey("db.user") || given.containsKey("db.password")) {
                problems.add("-Ddb.user and -Ddb.password go with -Ddb.url, which is missing");
            }
            return null;
        }
        if (!JDBC_URL.matcher(url).matches()) {
            problems.add("-Ddb.url is not an address of the form jdbc:postgresql://host[:port]/database");
            return null;
        }
        return new Database(url, given.getOrDefault("db.user", USER), given.getOrDefault("db.password", ""));
    }
}
