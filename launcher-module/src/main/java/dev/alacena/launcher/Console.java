package dev.alacena.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Duration;

/** What the user of the launcher reads. */
final class Console {

    private final PrintStream out;
    private final PrintStream err;

    Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Past Maven, which takes its coloured streams away, and not safely, while the launcher still stops. */
    static Console standard() {
        return new Console(raw(FileDescriptor.out), raw(FileDescriptor.err));
    }

    private static PrintStream raw(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true);
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Says that something is done, with the time that it took since {@code startNanos}. */
    void done(String what, long startNanos) {
        Duration taken = Duration.ofNanos(System.nanoTime() - startNanos);
        say("  %s (%.1f s)".formatted(what, taken.toMillis() / 1000.0));
    }

    void fail(String message) {
        err.println("Alacena: " + message);
        err.flush();
    }
}
