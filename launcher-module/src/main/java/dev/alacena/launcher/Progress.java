package dev.alacena.launcher;

import java.time.Duration;

/** Says every few seconds that something is still going on. */
final class Progress {

    private static final long EVERY_SECONDS = 5;

    private final String what;
    private final Console console;
    private final long start = System.nanoTime();
    private long said;

    Progress(String what, Console console) {
        this.what = what;
        this.console = console;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    void tick() {
        long steps = elapsed().toSeconds() / EVERY_SECONDS;
        if (steps > said) {
            said = steps;
            console.say("  %s, %d s".formatted(what, elapsed().toSeconds()));
        }
    }
}
