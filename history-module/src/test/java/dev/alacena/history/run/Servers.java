package dev.alacena.history.run;

import dev.alacena.history.nemesis.Level2;
import dev.alacena.history.nemesis.Proxy;
import java.io.IOException;
import java.util.Map;

/**
 * The servers of level 2 as a run needs them: one Redis, or a set of them with Sentinel. A set also implements
 * {@link Level2#failOver}, and the nemesis then fails over.
 */
interface Servers extends Level2, AutoCloseable {

    /** A link for a process: the nemesis spoils it. A set may answer with a link that nobody goes through. */
    Proxy link() throws IOException;

    /** The settings by which a process with this link finds the servers. */
    Map<String, String> settings(Proxy link);

    @Override
    void close() throws IOException;
}
