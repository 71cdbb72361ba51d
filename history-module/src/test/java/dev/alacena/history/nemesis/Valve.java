package dev.alacena.history.nemesis;

/** Lets bytes pass, holds them back or closes connections. Thread-safe. */
final class Valve {
    private volatile State state = State.OPEN;

    /** What a valve does with what comes. */
    enum Mode {
        OPEN,
        /** Connections are closed, new ones too. */
        CLOSED,
        /** A black hole: what is sent arrives when it is over. */
        SILENT,
        /** A black hole for answers alone. */
        MUTE,
        /** Everything comes later. */
        DELAY
    }

    /**
     * What the valve does, and with what.
     *
     * @param mode what it does
     * @param streamOnly only with the connections on which invalidations are heard
     * @param millis of the delay, each way; what comes close behind is delayed up to twice as long
     */
    record State(Mode mode, boolean streamOnly, long millis) {
        static final State OPEN = new State(Mode.OPEN, false, 0);

        boolean concerns(Wire wire) {
            return !streamOnly || wire.isStream();
        }
    }

    synchronized void set(State next) {
        state = next;
        notifyAll();
    }

    boolean closes(Wire wire) {
        State now = state;
        return now.mode() == Mode.CLOSED && now.concerns(wire);
    }

    /** Waits until the bytes may pass; false if the connection is to be closed. */
    boolean passes(Wire wire, boolean toServer) {
        State now = state;
        if (now.mode() == Mode.OPEN || !now.concerns(wire)) {
            return true;
        }
        try {
            return switch (now.mode()) {
                case OPEN -> true;
                case CLOSED -> false;
                case SILENT -> changed(now);
                case MUTE -> toServer || changed(now);
                case DELAY -> {
                    Thread.sleep(now.millis());
                    yield true;
                }
            };
        } catch (InterruptedException e) {
            return false;
        }
    }

    private synchronized boolean changed(State from) throws InterruptedException {
        while (state.equals(from)) {
            wait();
        }
        return true;
    }
}
