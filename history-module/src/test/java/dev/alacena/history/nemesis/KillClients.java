package dev.alacena.history.nemesis;

import dev.alacena.history.event.Fault.Effect;
import java.io.IOException;

/** {@code CLIENT KILL}: the server closes all connections, several times. */
record KillClients(Level2 servers) implements Trouble {
    @Override
    public String name() {
        return "kill-clients";
    }

    @Override
    public Effect effect() {
        return Effect.UNREACHABLE;
    }

    @Override
    public Lasting lasting() {
        return new Lasting(0, 500);
    }

    @Override
    public void begin() throws IOException {
        servers.command("CLIENT KILL TYPE normal");
    }

    @Override
    public void goOn() throws IOException {
        servers.command("CLIENT KILL TYPE normal");
    }

    @Override
    public void end() {
        // nothing to undo
    }
}
