package dev.alacena.history.nemesis;

import dev.alacena.history.event.Fault.Effect;
import java.io.IOException;

/** {@code kill -9} of a process, which is started again. */
record KillProcess(Victim victim) implements Trouble {
    @Override
    public String name() {
        return "kill-process";
    }

    @Override
    public Effect effect() {
        return Effect.KILLED;
    }

    @Override
    public int process() {
        return victim.number();
    }

    @Override
    public Lasting lasting() {
        return new Lasting(0, 500);
    }

    @Override
    public void begin() throws IOException {
        victim.kill();
    }

    @Override
    public void end() throws IOException {
        victim.restart();
    }
}
