package dev.alacena.launcher;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** A Redis server on loopback that keeps nothing on disk. */
final class Redis {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Redis() {}

    static Child start(Places places, int port) throws LaunchFailure {
        Path directory = places.run().resolve("redis");
        List<String> command = List.of(
                executable(directory).getPath(),
                "--bind",
                Ports.HOST,
                "--port",
                String.valueOf(port),
                "--save",
                "",
                "--appendonly",
                "no");
        Child child = Child.start("Redis", new ProcessBuilder(command), directory);
        boolean ended = !Await.until(
                LIMIT, () -> Ports.answers(Ports.HOST, port) || !child.child().isAlive());
        if (ended || !child.child().isAlive()) {
            child.close();
            throw new LaunchFailure("Redis did not start. " + Log.tail(child.log()));
        }
        return child;
    }

    static URI uri(int port) {
        return URI.create("redis://" + Ports.HOST + ":" + port);
    }

    private static File executable(Path directory) throws LaunchFailure {
        try {
            Files.createDirectories(directory);
            return ExecutableProvider.newJarResourceProvider(directory.toFile()).get();
        } catch (IOException | RuntimeException e) {
            throw new LaunchFailure("cannot unpack Redis; use one of yours with -Dredis.url=", e);
        }
    }
}
