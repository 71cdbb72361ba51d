package dev.alacena.history.nemesis;

import dev.alacena.history.event.Fault.Effect;
import java.io.IOException;

/** A process stands still, for a moment or past all its leases and fences. */
record PauseProcess(Victim victim, boolean pastLeases) implements Trouble {
    @Override
    public String name() {
        return pastLeases ? "pause-process-long" : "pause-process";
    }

    @Override
    public Effect effect() {
        return Effect.PAUSED;
    }

    @Override
    public int process() {
        return victim.number();
    }

    @Override
    public Lasting lasting() {
        return pastLeases ? new Lasting(3_500, 5_000) : new Lasting(100, 2_000);
    }

    @Override
    public void begin() throws IOException {
        victim.pause();
    }

    @Override
    public void end() throws IOException {
        victim.resume();
    }
}
