package dev.alacena.history.run;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Signals to processes that this run has started. */
enum Signal {
    STOP,
    CONT,
    KILL;

    private static final long LIMIT_SECONDS = 60;

    void send(Process process) throws IOException {
        Process kill = new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid())).start();
        try {
            if (!kill.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IOException("cannot send %s to %d".formatted(this, process.pid()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Kills, and waits for the death. */
    static void end(Process process) throws IOException {
        try {
            process.destroyForcibly();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("process %d does not die".formatted(process.pid()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
