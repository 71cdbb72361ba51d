package dev.alacena.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A small process beside the launcher that ends what the launcher leaves behind when it is killed outright. It reads one
 * process a line from its input; the end of the input is the end of the launcher, however that came about.
 */
final class Guard {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private Guard() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Thread watch = new Thread(Guard::watch, "guard");
        // the terminal sends Ctrl-C to the guard too: it stays as long as the launcher does
        Runtime.getRuntime().addShutdownHook(new Thread(() -> join(watch)));
        watch.start();
        watch.join();
    }

    /** The line that names a process. Numbers are given again, so the time of its start is part of its name. */
    static String line(ProcessHandle process) {
        return process.pid() + " " + startOf(process);
    }

    private static void watch() {
        List<ProcessHandle> processes = new ArrayList<>();
        try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                find(line).ifPresent(processes::add);
            }
        } catch (IOException e) {
            // as good as the end of the input
        }
        Collections.reverse(processes);
        processes.forEach(ProcessHandle::destroy);
        Await.until(GRACE, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
        processes.forEach(ProcessHandle::destroyForcibly);
    }

    private static Optional<ProcessHandle> find(String line) {
        String[] parts = line.split(" ", 2);
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(process -> startOf(process).equals(parts[1]));
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
