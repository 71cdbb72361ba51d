package dev.alacena.history.run;

import dev.alacena.history.nemesis.Level2;
import dev.alacena.history.nemesis.Proxy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The servers of level 2 as a run needs them. */
interface Servers extends Level2, AutoCloseable {

    /** A link for a process: the nemesis spoils it. A set may answer with a link that nobody goes through. */
    Proxy link() throws IOException;

    /** The settings by which a process with this link finds the servers. */
    Map<String, String> settings(Proxy link);

    @Override
    void close();

    /** Which servers there are. */
    enum Kind {
        /** One Redis. */
        SINGLE,
        /** A primary with a replica and a Sentinel. */
        SENTINEL;

        Servers start(Path directory, Guard guard) throws IOException {
            return this == SINGLE ? new RedisServer(directory, guard) : new SentinelServers(directory, guard);
        }
    }
}
