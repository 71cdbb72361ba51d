package dev.alacena.benchmark.report;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Says what goes on, at once or every few seconds. */
public final class Progress {
    private static final long EVERY = TimeUnit.SECONDS.toNanos(3);

    private final PrintStream out;
    private final long start = System.nanoTime();
    private long said = start;

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void say(String line, Object... values) {
        said = System.nanoTime();
        out.printf(Locale.ROOT, "%4d s  %s%n", TimeUnit.NANOSECONDS.toSeconds(said - start), format(line, values));
        out.flush();
    }

    /** Says it only if it has been quiet for a while. */
    public void tick(Supplier<String> line) {
        if (System.nanoTime() - said >= EVERY) {
            say("  %s", line.get());
        }
    }

    private static String format(String line, Object... values) {
        return String.format(Locale.ROOT, line, values);
    }
}
