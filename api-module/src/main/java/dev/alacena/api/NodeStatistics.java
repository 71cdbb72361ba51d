package dev.alacena.api;

import java.time.Duration;

/**
 * What concerns no single cache, on this node since it started.
 *
 * @param tagInvalidations tags that this node has invalidated, one by one
 * @param clears how often this node has swept the namespace: all of it, or by patterns over all caches
 * @param faults those of them that Redis did not confirm at once
 * @param unanswered how often Redis has not answered a command in time, or has refused it
 * @param unconfirmed invalidations that Redis has not confirmed yet; other nodes may answer what they replaced, until this is 0
 * @param breakerOpen whether Redis is cut off because it does not answer
 * @param unheard the age of the last proof that level 1 has heard every invalidation; at {@code alacena.max-staleness} or
 *     more it does not answer
 */
public record NodeStatistics(
        long tagInvalidations,
        long clears,
        long faults,
        long unanswered,
        int unconfirmed,
        boolean breakerOpen,
        Duration unheard) {}
