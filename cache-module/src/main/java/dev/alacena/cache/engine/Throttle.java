package dev.alacena.cache.engine;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Counts what was done under a name: token buckets, and delays that grow with failures. Every operation is atomic. A stage
 * fails when the counts are out of reach; nothing else is promised then.
 */
public interface Throttle {

    /**
     * A token bucket.
     *
     * @param permits that it holds at most, and that it gets evenly in each period
     * @param per the period
     */
    record Bucket(long permits, Duration per) {}

    /**
     * A delay that grows.
     *
     * @param free failures that cost nothing
     * @param first delay after the next one
     * @param longest delay
     * @param memory after how long without attempts all is forgotten
     */
    record Delay(int free, Duration first, Duration longest, Duration memory) {
        private static final int DOUBLINGS = 40;

        /** How long to wait after so many failures. */
        public Duration after(long failures) {
            if (failures <= free) {
                return Duration.ZERO;
            }
            long doublings = Math.min(failures - free - 1, DOUBLINGS);
            long most = longest.toMillis();
            return Duration.ofMillis(first.toMillis() > most >> doublings ? most : first.toMillis() << doublings);
        }
    }

    /**
     * What a bucket or a delay says.
     *
     * @param granted whether it may be done
     * @param remaining how often it may be done at once
     * @param untilNext until it may be done once more than that
     */
    record Reading(boolean granted, long remaining, Duration untilNext) {}

    /** Takes a permit, if there is one. */
    CompletionStage<Reading> take(String name, Bucket bucket);

    /** What taking would say. */
    CompletionStage<Reading> probe(String name, Bucket bucket);

    /** Counts a failure, unless a delay stands. */
    CompletionStage<Reading> attempt(String name, Delay delay);

    /** Forgets all failures. */
    CompletionStage<Void> forget(String name);

    /** Takes the last failure back, and the delay that it brought. */
    CompletionStage<Void> withdraw(String name);
}
