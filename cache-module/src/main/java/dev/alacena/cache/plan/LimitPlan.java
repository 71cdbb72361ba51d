package dev.alacena.cache.plan;

import dev.alacena.api.limit.RateLimited.By;
import dev.alacena.cache.engine.Throttle;
import java.util.Set;

/**
 * A limit on a method.
 *
 * @param limit its name
 * @param bucket of each user or address
 * @param by whose requests are counted
 */
public record LimitPlan(String limit, Throttle.Bucket bucket, Set<By> by) {
    public LimitPlan {
        by = Set.copyOf(by);
    }
}
