package dev.alacena.cache.cdi;

import dev.alacena.cache.engine.Clock;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;

/**
 * Since when the request of the calling thread has been going on: its transactions, and what they see of the database,
 * began no earlier. Thread-safe.
 */
@Part
class Requests {
    private final ThreadLocal<Long> began = new ThreadLocal<>();
    private final Clock clock = System::nanoTime;

    void begin(@Observes @Initialized(RequestScoped.class) Object event) {
        if (began.get() == null) {
            began.set(clock.nanos());
        }
    }

    void end(@Observes @Destroyed(RequestScoped.class) Object event) {
        began.remove();
    }

    /** Empty when the thread works for no request that is known. */
    Optional<Duration> age() {
        return Optional.ofNullable(began.get()).map(start -> Duration.ofNanos(clock.nanos() - start));
    }
}
