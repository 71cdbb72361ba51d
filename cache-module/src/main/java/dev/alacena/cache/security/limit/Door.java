package dev.alacena.cache.security.limit;

import dev.alacena.api.limit.RateLimits;
import dev.alacena.api.limit.Verdict;
import dev.alacena.cache.cdi.Part;
import dev.alacena.cache.engine.Throttle;
import dev.alacena.cache.engine.Throttling;
import dev.alacena.cache.plan.Limits;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

/** The programmatic door of the application. Thread-safe. */
@Part
@Typed(RateLimits.class)
class Door implements RateLimits {
    private final Limits limits;
    private final Throttling throttling;

    @Inject
    public Door(Limits limits, Throttling throttling) {
        this.limits = limits;
        this.throttling = throttling;
    }

    @Override
    public Verdict take(String limit, String key) {
        Throttle.Bucket bucket = limits.bucket(limit);
        return verdict(throttling.take(Names.of(limit, bucket, key), bucket), bucket.permits());
    }

    @Override
    public Verdict probe(String limit, String key) {
        Throttle.Bucket bucket = limits.bucket(limit);
        return verdict(throttling.probe(Names.of(limit, bucket, key), bucket), bucket.permits());
    }

    @Override
    public Verdict attempt(String limit, String key) {
        Throttle.Delay delay = limits.delay(limit);
        return verdict(throttling.attempt(Names.of(limit, key), delay), delay.free());
    }

    @Override
    public void succeeded(String limit, String key) {
        limits.delay(limit);
        throttling.forget(Names.of(limit, key));
    }

    @Override
    public void withdraw(String limit, String key) {
        limits.delay(limit);
        throttling.withdraw(Names.of(limit, key));
    }

    private static Verdict verdict(Throttle.Reading reading, long quota) {
        return new Verdict(reading.granted(), reading.remaining(), reading.untilNext(), quota);
    }
}
