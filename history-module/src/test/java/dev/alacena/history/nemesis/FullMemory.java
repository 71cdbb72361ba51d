package dev.alacena.history.nemesis;

import dev.alacena.history.event.Fault.Effect;
import java.io.IOException;

/** The server has no memory left: it refuses to store, and must still invalidate. */
record FullMemory(Level2 servers) implements Trouble {
    @Override
    public String name() {
        return "full-memory";
    }

    @Override
    public Effect effect() {
        return Effect.FORGETFUL;
    }

    @Override
    public Lasting lasting() {
        return new Lasting(500, 2_000);
    }

    @Override
    public void begin() throws IOException {
        servers.command("CONFIG SET maxmemory 1");
    }

    @Override
    public void end() throws IOException {
        servers.command("CONFIG SET maxmemory 0");
    }
}
