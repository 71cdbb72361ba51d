package dev.alacena.history.nemesis;

import dev.alacena.history.event.Fault.Effect;
import java.io.IOException;

/** Another server becomes the primary. */
record FailOver(Level2 servers) implements Trouble {
    @Override
    public String name() {
        return "fail-over";
    }

    @Override
    public Effect effect() {
        return Effect.FAILOVER;
    }

    @Override
    public Lasting lasting() {
        return new Lasting(0, 1_000);
    }

    @Override
    public void begin() throws IOException {
        if (!servers.failOver()) {
            throw new IOException("no server took over");
        }
    }

    @Override
    public void end() {
        // it has ended when another server answers
    }
}
