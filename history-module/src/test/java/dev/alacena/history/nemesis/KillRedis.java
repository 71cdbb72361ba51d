package dev.alacena.history.nemesis;

import dev.alacena.history.event.Fault.Effect;
import java.io.IOException;

/** The server is killed, and comes back empty. */
record KillRedis(Level2 servers) implements Trouble {
    @Override
    public String name() {
        return "kill-redis";
    }

    @Override
    public Effect effect() {
        return Effect.GONE;
    }

    @Override
    public Lasting lasting() {
        return new Lasting(100, 3_000);
    }

    @Override
    public void begin() throws IOException {
        servers.kill();
    }

    @Override
    public void end() throws IOException {
        servers.start();
    }
}
