package dev.alacena.cache.plan;

import dev.alacena.cache.engine.Throttle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Limits in force: what the configuration says, else what the annotations say. */
public interface LimitPolicies {
    /**
     * The bucket of a limit; empty where nobody has said how large it is.
     *
     * @param limit its name
     * @param annotated what the annotations say; null where they say nothing
     */
    Optional<Throttle.Bucket> bucket(String limit, Throttle.@Nullable Bucket annotated);

    /** The growing delay of a limit. */
    Throttle.Delay delay(String limit);
}
