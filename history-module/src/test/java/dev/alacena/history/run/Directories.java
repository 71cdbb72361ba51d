package dev.alacena.history.run;

import dev.alacena.history.check.Report;
import dev.alacena.history.event.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run leaves. */
final class Directories {
    private Directories() {}

    static void empty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            List<Path> deepestFirst;
            try (Stream<Path> tree = Files.walk(directory)) {
                deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
        Files.createDirectories(directory);
    }

    static void keep(Path directory, List<Fault> faults, Report report) throws IOException {
        Files.writeString(directory.resolve("report.txt"), report.text());
        Files.writeString(
                directory.resolve("faults.csv"),
                faults.stream()
                        .map(fault -> "%s,%s,%d,%d,%d%n"
                                .formatted(fault.name(), fault.effect(), fault.process(), fault.begin(), fault.end()))
                        .collect(Collectors.joining()));
    }
}
