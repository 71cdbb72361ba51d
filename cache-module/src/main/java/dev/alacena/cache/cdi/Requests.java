package dev.alacena.cache.cdi;

import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Since when the request of the calling thread has been going on: its transactions, and what they see of the database,
 * began no earlier. Thread-safe.
 */
@Part
class Requests {
    private final ThreadLocal<Long> began = new ThreadLocal<>();

    void begin(@Observes @Initialized(RequestScoped.class) Object event) {
        if (began.get() == null) {
            began.set(System.nanoTime());
        }
    }

    void end(@Observes @Destroyed(RequestScoped.class) Object event) {
        began.remove();
    }

    /** The moment, in nanoseconds of the system's clock; empty when the thread works for no request that is known. */
    Optional<Long> began() {
        return Optional.ofNullable(began.get());
    }
}
