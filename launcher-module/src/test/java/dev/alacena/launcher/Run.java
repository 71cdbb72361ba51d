package dev.alacena.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A launcher in a JVM of its own, as Maven runs it; seen from outside. */
final class Run implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(150);
    private static final Duration END = Duration.ofSeconds(30);

    private final Process launcher;
    private final Path output;

    private Run(Process launcher, Path output) {
        this.launcher = launcher;
        this.output = output;
    }

    static Run start(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(Server.JAVA.subList(0, 1));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
        command.addAll(Arrays.asList(arguments));
        Path output = directory.resolve("output.txt");
        Process launcher = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Run(launcher, output);
    }

    /** The first of two ports in a row that are free. */
    static int ports() throws LaunchFailure {
        for (int attempt = 0; attempt < 20; attempt++) {
            int port = Ports.free();
            try {
                Ports.requireFree(port, 2);
                return port;
            } catch (LaunchFailure taken) {
                // the next attempt gets another one
            }
        }
        throw new LaunchFailure("no two free ports in a row");
    }

    void awaitOutput(String text) {
        assertThat(Await.until(START, () -> output().contains(text) || !launcher.isAlive()))
                .as("waiting for '%s' in: %s", text, output())
                .isTrue();
        assertThat(output()).contains(text);
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long count(String text) {
        return output().lines().filter(line -> line.contains(text)).count();
    }

    /** Everything that the launcher started, also what is not a child of it any more. */
    List<ProcessHandle> processes() {
        String mark = Path.of("target").toAbsolutePath().resolve("run").toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(mark)
                        || launcher.descendants().anyMatch(process::equals))
                .toList();
    }

    ProcessHandle process(String commandPart) {
        return processes().stream()
                .filter(process -> process.info().commandLine().orElse("").contains(commandPart))
                .findFirst()
                .orElseThrow();
    }

    void terminate() {
        launcher.destroy();
    }

    void kill() {
        launcher.destroyForcibly();
    }

    int exitCode() throws InterruptedException {
        assertThat(launcher.waitFor(END.toSeconds(), TimeUnit.SECONDS))
                .as("it ends in time")
                .isTrue();
        return launcher.exitValue();
    }

    void assertGone(List<ProcessHandle> processes) {
        assertThat(Await.until(END, () -> processes.stream().noneMatch(ProcessHandle::isAlive)))
                .as("all of %s are gone", processes)
                .isTrue();
    }

    @Override
    public void close() {
        launcher.destroy();
        launcher.onExit().orTimeout(END.toSeconds(), TimeUnit.SECONDS).join();
    }
}
