package dev.alacena.history.nemesis;

import dev.alacena.history.event.Fault.Effect;
import java.io.IOException;

/** The link of one process to the server is bad, or only its connection on which it hears of invalidations. */
record BadLink(String name, Victim victim, Valve.State state, Effect effect) implements Trouble {

    /** The ways in which a link can be bad. */
    enum Way {
        CUT("cut-link", Valve.Mode.CLOSED, false, 0, Effect.UNREACHABLE),
        SILENT("silent-link", Valve.Mode.SILENT, false, 0, Effect.UNREACHABLE),
        MUTE("mute-link", Valve.Mode.MUTE, false, 0, Effect.UNREACHABLE),
        SLOW("slow-link", Valve.Mode.DELAY, false, 250, Effect.UNREACHABLE),
        LATE("late-link", Valve.Mode.DELAY, false, 15, Effect.NONE),
        CUT_STREAM("cut-stream", Valve.Mode.CLOSED, true, 0, Effect.DEAF),
        SILENT_STREAM("silent-stream", Valve.Mode.SILENT, true, 0, Effect.DEAF),
        SLOW_STREAM("slow-stream", Valve.Mode.DELAY, true, 250, Effect.DEAF);

        private final String name;
        private final Valve.Mode mode;
        private final boolean streamOnly;
        private final int millis;
        private final Effect effect;

        Way(String name, Valve.Mode mode, boolean streamOnly, int millis, Effect effect) {
            this.name = name;
            this.mode = mode;
            this.streamOnly = streamOnly;
            this.millis = millis;
            this.effect = effect;
        }

        BadLink of(Victim victim) {
            return new BadLink(name, victim, new Valve.State(mode, streamOnly, millis), effect);
        }
    }

    @Override
    public int process() {
        return victim.number();
    }

    @Override
    public Lasting lasting() {
        return new Lasting(300, 3_000);
    }

    @Override
    public void begin() throws IOException {
        victim.link().set(state);
    }

    @Override
    public void end() throws IOException {
        victim.link().set(Valve.State.OPEN);
    }
}
