package dev.alacena.web.http;

import dev.alacena.api.CacheObservation;
import dev.alacena.api.CacheRead;
import dev.alacena.api.Caches;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one request finds in the caches, and how long it takes. */
@RequestScoped
public class CacheWatch {

    @Inject
    Caches caches;

    private @Nullable CacheObservation observation;
    private long began;

    void begin() {
        observation = caches.observe();
        began = System.nanoTime();
    }

    List<CacheRead> reads() {
        return observation == null ? List.of() : observation.reads();
    }

    Duration time() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    boolean begun() {
        return observation != null;
    }

    @PreDestroy
    void end() {
        if (observation != null) {
            observation.close();
        }
    }
}
