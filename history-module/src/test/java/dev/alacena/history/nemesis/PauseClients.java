package dev.alacena.history.nemesis;

import dev.alacena.history.event.Fault.Effect;
import java.io.IOException;

/** {@code CLIENT PAUSE}: all clients wait, or those alone that write. */
record PauseClients(Level2 servers, boolean writersOnly) implements Trouble {
    @Override
    public String name() {
        return writersOnly ? "pause-writers" : "pause-clients";
    }

    @Override
    public Effect effect() {
        return Effect.UNREACHABLE;
    }

    @Override
    public Lasting lasting() {
        return new Lasting(200, 1_500);
    }

    @Override
    public void begin() throws IOException {
        servers.command("CLIENT PAUSE %d %s".formatted(2 * lasting().most(), writersOnly ? "WRITE" : "ALL"));
    }

    @Override
    public void end() throws IOException {
        servers.command("CLIENT UNPAUSE");
    }
}
