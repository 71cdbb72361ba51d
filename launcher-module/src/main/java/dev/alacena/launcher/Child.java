package dev.alacena.launcher;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A part that is a child of this process and ends on SIGTERM. */
record Child(String name, Process child, Path log) implements Part {

    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Starts the command in the directory, which is made; the log is kept when it exists. */
    static Child start(String name, ProcessBuilder command, Path directory) throws LaunchFailure {
        Path log = directory.resolve("console.log");
        try {
            Files.createDirectories(directory);
            command.directory(directory.toFile());
            command.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
            command.redirectInput(Redirect.from(nothing()));
            return new Child(name, command.start(), log);
        } catch (IOException e) {
            throw new LaunchFailure("cannot start " + name, e);
        }
    }

    private static File nothing() {
        return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
    }

    @Override
    public ProcessHandle process() {
        return child.toHandle();
    }

    /** Whether the process ended within the time. */
    boolean endsWithin(Duration limit) {
        try {
            return child.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !child.isAlive();
        }
    }

    @Override
    public void close() {
        child.destroy();
        if (!endsWithin(GRACE)) {
            child.destroyForcibly();
            endsWithin(GRACE);
        }
    }
}
