package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The user of the servers' ACL that the documentation recommends: exactly its line, for the namespace of the tests. */
public final class LeastRights {
    /** Who it is. */
    public static final RedisConnection.Login LOGIN =
            new RedisConnection.Login("alacena", "of the application".replace(' ', '-'));

    /**
     * What Redisson asks at each start, and takes no for an answer: whether one server is a Cluster, by reading two keys at
     * once, and whether a Cluster knows patterns of channels.
     */
    private static final Set<List<?>> PROBES = Set.of(
            List.of("reason", "key", "context", "toplevel", "object", "test1"),
            List.of("reason", "command", "context", "toplevel", "object", "pubsub"));

    private static final Path PAGE = Path.of("..", "docs", "redis.md");
    private static final List<String> WORDS = words();

    private LeastRights() {}

    /** A server, not started yet, that knows the user from its start. */
    public static RedisProcess server() {
        List<String> arguments = new ArrayList<>(RedisProcess.NOTHING_ON_DISK);
        arguments.add("--user");
        arguments.addAll(WORDS);
        return new RedisProcess(arguments);
    }

    /** Makes the user on servers that run; clients log in as it, and closing them fails if they were refused anything. */
    static Servers on(Servers servers) {
        for (RedisProcess server : servers.primaries()) {
            server.call(
                    Stream.concat(Stream.of("ACL", "SETUSER"), WORDS.stream()).toArray(String[]::new));
            server.call("ACL", "LOG", "RESET");
        }
        return new Held(servers);
    }

    private record Held(Servers servers) implements Servers {
        @Override
        public Topology topology() {
            return servers.topology();
        }

        @Override
        public RedisConnection.Login login() {
            return LOGIN;
        }

        @Override
        public List<RedisProcess> primaries() {
            return servers.primaries();
        }

        @Override
        public void start() {
            servers.start();
        }

        @Override
        public void stop() {
            servers.stop();
        }

        @Override
        public void close() {
            try {
                primaries().forEach(LeastRights::suffice);
            } finally {
                servers.close();
            }
        }
    }

    /** No command and no key was refused, but for what the documentation names. */
    public static void suffice(RedisProcess server) {
        assertThat((List<?>) server.call("ACL", "LOG"))
                .extracting(entry -> ((List<?>) entry).subList(2, 8))
                .allMatch(PROBES::contains);
    }

    private static List<String> words() {
        try (Stream<String> lines = Files.lines(PAGE)) {
            String line = lines.filter(each -> each.startsWith("user alacena "))
                    .findFirst()
                    .orElseThrow();
            return Arrays.stream(line.substring("user ".length()).split(" "))
                    .map(word ->
                            word.replace(">PASSWORD", ">" + LOGIN.password()).replace("~alacena:", "~test:"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
