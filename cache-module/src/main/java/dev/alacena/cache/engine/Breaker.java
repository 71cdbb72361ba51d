package dev.alacena.cache.engine;

/**
 * Cuts the store off when it does not answer, so that calls do not wait for it. It opens by itself and closes only when it
 * is told to. Thread-safe.
 */
public interface Breaker {

    /** Lets everything through; for a store that cannot be out of reach. */
    Breaker NONE = new Breaker() {
        @Override
        public boolean open() {
            return false;
        }

        @Override
        public void answered(long nanos) {}

        @Override
        public void failed(Throwable cause, long nanos) {}

        @Override
        public void close() {}
    };

    /** Whether the store is cut off. */
    boolean open();

    /** A command was answered within this time. */
    void answered(long nanos);

    /** A command has failed, or was given up after this time. */
    void failed(Throwable cause, long nanos);

    /** The store answers again. */
    void close();
}
