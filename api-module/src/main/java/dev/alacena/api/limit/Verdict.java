package dev.alacena.api.limit;

import java.time.Duration;

/**
 * What a limit says of a request.
 *
 * @param allowed whether the request may go on
 * @param remaining how many more may come at once
 * @param untilNext until one more than those may come; zero where nobody has to wait
 * @param quota how many remain after a pause: the permits of a bucket, the free failures of a growing delay
 */
public record Verdict(boolean allowed, long remaining, Duration untilNext, long quota) {

    /** What {@code Retry-After} says to one that is not allowed: whole seconds, rounded up. */
    public long retryAfter() {
        return untilNext.plusNanos(999_999_999).toSeconds();
    }
}
