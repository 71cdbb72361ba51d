package dev.alacena.cache.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Throttle;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Counts of this node alone; answers at once. Bounded: what was not asked for longest is forgotten first. Thread-safe. */
public final class LocalThrottle implements Throttle {
    private final Clock clock;
    private final Cache<String, Kept> buckets;
    private final Cache<String, Failures> failures;

    /** A bucket that was not asked for during its period is full again: a new one says the same. */
    private record Kept(io.github.bucket4j.Bucket tokens, Bucket bucket) {}

    private record Failures(long count, long waitUntil, Duration memory) {}

    public LocalThrottle(long maxEntries, Clock clock) {
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(maxEntries)
                .ticker(clock::nanos)
                .expireAfter(Expiry.<String, Kept>accessing((name, kept) -> kept.bucket.per()))
                .build();
        this.failures = Caffeine.newBuilder()
                .maximumSize(maxEntries)
                .ticker(clock::nanos)
                .expireAfter(Expiry.<String, Failures>writing((name, failed) -> failed.memory))
                .build();
    }

    @Override
    public CompletionStage<Reading> take(String name, Bucket bucket) {
        ConsumptionProbe probe = kept(name, bucket).tryConsumeAndReturnRemaining(1);
        return CompletableFuture.completedStage(Tokens.reading(probe, bucket));
    }

    @Override
    public CompletionStage<Reading> probe(String name, Bucket bucket) {
        EstimationProbe probe = kept(name, bucket).estimateAbilityToConsume(1);
        return CompletableFuture.completedStage(Tokens.reading(probe));
    }

    private io.github.bucket4j.Bucket kept(String name, Bucket bucket) {
        return buckets.get(name, missing -> new Kept(made(bucket), bucket)).tokens;
    }

    private io.github.bucket4j.Bucket made(Bucket bucket) {
        return io.github.bucket4j.Bucket.builder()
                .addLimit(Tokens.bandwidth(bucket))
                .withCustomTimePrecision(new Time(clock))
                .build();
    }

    @Override
    public CompletionStage<Reading> attempt(String name, Delay delay) {
        Reading[] reading = new Reading[1];
        failures.asMap().compute(name, (same, before) -> {
            long left = before == null ? 0 : before.waitUntil - clock.nanos();
            if (left > 0) {
                reading[0] = new Reading(false, 0, Duration.ofNanos(left));
                return before;
            }
            long count = before == null ? 1 : before.count + 1;
            Duration wait = delay.after(count);
            reading[0] = new Reading(true, Math.max(0, delay.free() - count), wait);
            return new Failures(count, clock.nanos() + wait.toNanos(), longer(delay.memory(), wait));
        });
        return CompletableFuture.completedStage(reading[0]);
    }

    @Override
    public CompletionStage<Void> forget(String name) {
        failures.invalidate(name);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Void> withdraw(String name) {
        failures.asMap().computeIfPresent(name, (same, before) -> withdrawn(before));
        return CompletableFuture.completedStage(null);
    }

    private @Nullable Failures withdrawn(Failures before) {
        return before.count <= 1 ? null : new Failures(before.count - 1, clock.nanos(), before.memory);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private record Time(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.nanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
