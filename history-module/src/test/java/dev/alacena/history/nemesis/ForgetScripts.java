package dev.alacena.history.nemesis;

import dev.alacena.history.event.Fault.Effect;
import java.io.IOException;

/** {@code SCRIPT FLUSH}. */
record ForgetScripts(Level2 servers) implements Trouble {
    @Override
    public String name() {
        return "script-flush";
    }

    @Override
    public Effect effect() {
        return Effect.NONE;
    }

    @Override
    public Lasting lasting() {
        return new Lasting(100, 500);
    }

    @Override
    public void begin() throws IOException {
        servers.command("SCRIPT FLUSH");
    }

    @Override
    public void goOn() throws IOException {
        servers.command("SCRIPT FLUSH");
    }

    @Override
    public void end() {
        // nothing to undo
    }
}
