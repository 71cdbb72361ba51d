package dev.alacena.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things are, all of it below the build directory: the WAR, the servers, and the directory of this run. The data
 * of a run is not kept: the next one with the same port starts from an empty directory. The keys are.
 */
record Places(Path war, Path payaraJar, Path wildflyHome, Path binaries, Path keys, Path run) {

    static Places of(Options options) {
        Path target = options.target();
        Path servers = target.resolve("servers");
        return new Places(
                target.resolve("../../web-module/target/alacena.war").normalize(),
                servers.resolve("payara-micro.jar"),
                servers.resolve("wildfly"),
                servers.resolve("binaries"),
                target.resolve("keys"),
                target.resolve("run").resolve(String.valueOf(options.port())));
    }

    /** An empty directory for this run. */
    void clean() throws LaunchFailure {
        try {
            deleteTree(run);
            Files.createDirectories(run);
            Files.createDirectories(binaries);
        } catch (IOException e) {
            throw new LaunchFailure("cannot empty the directory " + run, e);
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(root)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
