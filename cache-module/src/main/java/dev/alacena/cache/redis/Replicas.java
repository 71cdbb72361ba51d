package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Announcement;
import dev.alacena.cache.engine.Sweep;
import java.time.Duration;
import java.util.function.ToIntFunction;

/**
 * How many replicas have to confirm an invalidation, and within what time.
 *
 * @param of by the name of the cache; that of {@link Sweep#EVERY_CACHE} where no single one is meant
 * @param atMost how long to wait for them
 */
public record Replicas(ToIntFunction<String> of, Duration atMost) {
    /** Nobody waits for replicas. */
    public static final Replicas NONE = new Replicas(cache -> 0, Duration.ZERO);

    int confirming(Announcement announcement) {
        if (announcement instanceof Announcement.OfKey ofKey) {
            return of.applyAsInt(ofKey.key().cache());
        }
        return of.applyAsInt(
                announcement instanceof Announcement.OfSweep ofSweep
                        ? ofSweep.sweep().cache()
                        : Sweep.EVERY_CACHE);
    }
}
