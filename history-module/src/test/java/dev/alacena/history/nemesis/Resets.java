package dev.alacena.history.nemesis;

import dev.alacena.history.event.Fault.Effect;
import java.util.Random;

/** Connections of one process are closed, one after the other. */
record Resets(Victim victim, Random random) implements Trouble {
    @Override
    public String name() {
        return "resets";
    }

    @Override
    public Effect effect() {
        return Effect.UNREACHABLE;
    }

    @Override
    public int process() {
        return victim.number();
    }

    @Override
    public Lasting lasting() {
        return new Lasting(500, 1_500);
    }

    @Override
    public void begin() {
        victim.link().reset(random);
    }

    @Override
    public void goOn() {
        victim.link().reset(random);
    }

    @Override
    public void end() {
        // nothing to undo
    }
}
