package dev.alacena.cache.plan;

import dev.alacena.api.Consistency;
import dev.alacena.cache.engine.Policy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Settings in force: what the configuration says, where it says nothing what the annotations say, else the defaults. */
@FunctionalInterface
public interface Policies {
    /**
     * The policy of a cache.
     *
     * @param cache its name
     * @param ttl what the annotations say; null where they say nothing
     * @param consistency what the annotations say
     */
    Policy of(String cache, @Nullable Duration ttl, Consistency consistency);

    /** How many replicas have to confirm an invalidation in this cache. */
    default int waitReplicas(String cache) {
        return 0;
    }
}
