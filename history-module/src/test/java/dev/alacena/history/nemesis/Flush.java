package dev.alacena.history.nemesis;

import dev.alacena.history.event.Fault.Effect;
import java.io.IOException;

/** {@code FLUSHALL}, several times: values, leases, fences, tags and the stream are gone. */
record Flush(Level2 servers) implements Trouble {
    @Override
    public String name() {
        return "flush";
    }

    @Override
    public Effect effect() {
        return Effect.FORGETFUL;
    }

    @Override
    public Lasting lasting() {
        return new Lasting(100, 1_000);
    }

    @Override
    public void begin() throws IOException {
        servers.command("FLUSHALL");
    }

    @Override
    public void goOn() throws IOException {
        servers.command("FLUSHALL");
    }

    @Override
    public void end() {
        // nothing to undo
    }
}
