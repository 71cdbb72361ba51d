package dev.alacena.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The launcher's end of the pipe to the {@link Guard}. */
final class Watch implements AutoCloseable {

    private final Process guard;
    private final Writer input;

    private Watch(Process guard) {
        this.guard = guard;
        this.input = guard.outputWriter(StandardCharsets.UTF_8);
    }

    static Watch start() throws LaunchFailure {
        try {
            Path classes = Path.of(Guard.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            List<String> command = new ArrayList<>(Server.JAVA);
            // later options win: the guard is small
            command.addAll(List.of("-Xmx16m", "-XX:+UseSerialGC", "-cp", classes.toString(), Guard.class.getName()));
            return new Watch(new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start());
        } catch (IOException | URISyntaxException e) {
            throw new LaunchFailure("cannot start the guard process", e);
        }
    }

    void add(ProcessHandle process) {
        try {
            input.write(Guard.line(process) + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            input.close();
            if (!guard.waitFor(10, TimeUnit.SECONDS)) {
                guard.destroyForcibly();
            }
        } catch (IOException e) {
            guard.destroyForcibly();
        } catch (InterruptedException e) {
            guard.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
