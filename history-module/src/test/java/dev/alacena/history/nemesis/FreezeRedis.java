package dev.alacena.history.nemesis;

import dev.alacena.history.event.Fault.Effect;
import java.io.IOException;

/** The server stands still; what was sent meanwhile it does afterwards. */
record FreezeRedis(Level2 servers) implements Trouble {
    @Override
    public String name() {
        return "freeze-redis";
    }

    @Override
    public Effect effect() {
        return Effect.UNREACHABLE;
    }

    @Override
    public Lasting lasting() {
        return new Lasting(200, 3_000);
    }

    @Override
    public void begin() throws IOException {
        servers.freeze();
    }

    @Override
    public void end() throws IOException {
        servers.thaw();
    }
}
