package dev.alacena.history.application;

import dev.alacena.history.event.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import javax.transaction.xa.XAException;

/** Says whose failure an exception is. Thread-safe. */
final class Blame {
    private final Path log;

    Blame(Setup setup) {
        log = setup.directory().resolve("errors-%d.log".formatted(setup.node().id()));
    }

    /** What is neither ours nor the database's is kept for the report. */
    Outcome of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Regret) {
                return Outcome.ROLLED_BACK;
            }
            if (cause instanceof Complaint) {
                return Outcome.DONE;
            }
            if (cause instanceof SQLException
                    || cause instanceof XAException
                    || cause.getClass().getName().startsWith("jakarta.transaction.")) {
                return Outcome.DATABASE;
            }
        }
        keep(failure);
        return Outcome.ERROR;
    }

    private synchronized void keep(Throwable failure) {
        try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(
                log, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            failure.printStackTrace(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
