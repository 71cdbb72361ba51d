package dev.alacena.cache.throttle;

import dev.alacena.cache.engine.Throttle.Bucket;
import dev.alacena.cache.engine.Throttle.Reading;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import java.time.Duration;

/** Buckets in the words of bucket4j, and what it says of them. */
public final class Tokens {
    private Tokens() {}

    /** Filled evenly, full at first. */
    public static Bandwidth bandwidth(Bucket bucket) {
        return Bandwidth.builder()
                .capacity(bucket.permits())
                .refillGreedy(bucket.permits(), bucket.per())
                .build();
    }

    /** What was taken. */
    public static Reading reading(ConsumptionProbe probe, Bucket bucket) {
        long wait = probe.isConsumed() ? untilNext(probe, bucket) : probe.getNanosToWaitForRefill();
        return new Reading(probe.isConsumed(), probe.getRemainingTokens(), Duration.ofNanos(wait));
    }

    /** What could be taken. */
    public static Reading reading(EstimationProbe probe) {
        return new Reading(
                probe.canBeConsumed(), probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** The bucket is full after the next permit and all those after it; the next one never takes longer than its share. */
    private static long untilNext(ConsumptionProbe probe, Bucket bucket) {
        long share = bucket.per().toNanos() / bucket.permits();
        long missing = bucket.permits() - probe.getRemainingTokens();
        return Math.min(share, Math.max(0, probe.getNanosToWaitForReset() - share * (missing - 1)));
    }
}
