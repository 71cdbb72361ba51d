package dev.alacena.cache.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/** Who has the last word on what is revoked: the database of the application. Thread-safe. */
public interface Authority {

    /** Writes it down, in the transaction of the calling thread if there is one. */
    void write(Revocation revocation) throws SQLException;

    /** What is known against a token, by what was committed before. */
    Findings find(Suspect suspect) throws SQLException;

    /** Tells everything. */
    void all(Consumer<Revocation> each) throws SQLException;

    /** Tells what was written in the last while, and perhaps more. */
    void recent(Duration period, Consumer<Revocation> each) throws SQLException;

    /** Takes out what need not be remembered any longer. */
    void prune() throws SQLException;
}
