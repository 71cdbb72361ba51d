package dev.alacena.cache.local;

import dev.alacena.cache.engine.Store;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One key of {@link MemoryStore}: its content, its lease and its fences, each with the moment at which it goes, in
 * nanoseconds of the clock, and the moment at which it was last invalidated. Immutable.
 *
 * @param content what is stored
 * @param lease who loads
 * @param fences end of each writer's fence
 * @param contested whether two fences ever stood together since the first was raised
 * @param invalidated when; null for never, or too long ago to matter
 */
record Cell(
        @Nullable Content content,
        @Nullable Lease lease,
        Map<String, Long> fences,
        boolean contested,
        @Nullable Long invalidated) {
    static final Cell EMPTY = new Cell(null, null, Map.of(), false, null);

    record Content(byte[] bytes, long end) {
        Duration remaining(long now) {
            return Duration.ofNanos(Math.max(0, end - now));
        }
    }

    record Lease(String token, long end) {}

    /** A cell after a step, and what the step answers. */
    record Answer<T>(Cell cell, T value) {}

    <T> Answer<T> answer(T value) {
        return new Answer<>(this, value);
    }

    @Nullable
    Content content(long now) {
        return content != null && content.end() - now > 0 ? content : null;
    }

    boolean leased(long now) {
        return lease != null && lease.end() - now > 0;
    }

    boolean owned(String token, long now) {
        return lease != null && lease.end() - now > 0 && lease.token().equals(token);
    }

    boolean fenced(long now) {
        return fences.values().stream().anyMatch(end -> end - now > 0);
    }

    /** Whether this fence stands, and never stood beside another. */
    boolean alone(String fence, long now) {
        Long end = fences.get(fence);
        return end != null && end - now > 0 && !contested;
    }

    Cell grant(String token, long end) {
        return new Cell(content, new Lease(token, end), fences, contested, invalidated);
    }

    Cell filled(Store.Value value, long now) {
        return new Cell(new Content(value.bytes(), now + value.ttl().toNanos()), null, fences, contested, invalidated);
    }

    Cell unleased() {
        return new Cell(content, null, fences, contested, invalidated);
    }

    Cell emptied(long now) {
        return new Cell(null, null, fences, contested, now);
    }

    /** What a sweep leaves of a tag: its fences, and when it was invalidated itself. */
    Cell forgotten() {
        return new Cell(null, null, fences, contested, invalidated);
    }

    /** Whether it was invalidated within this time; the writer of a fence that has expired may have committed until then. */
    boolean invalidatedWithin(Duration age, long now) {
        return !age.isZero() && invalidations().anyMatch(at -> now - at >= 0 && now - at <= age.toNanos());
    }

    /** With the ends of fences, also of those that stand. */
    private Stream<Long> invalidations() {
        return Stream.concat(Stream.ofNullable(invalidated), fences.values().stream());
    }

    /** A fence to be raised; whether its writer has raised it before. */
    record Fence(String id, long ttl, boolean again) {}

    Cell fence(Fence fence, long now) {
        Map<String, Long> standing = standing(now);
        boolean crowded = contested && !standing.isEmpty();
        boolean lost = standing.remove(fence.id()) == null && fence.again();
        crowded |= lost || !standing.isEmpty();
        standing.put(fence.id(), now + fence.ttl());
        return new Cell(content, lease, Collections.unmodifiableMap(standing), crowded, invalidated);
    }

    /** A writer whose fence is gone already has met nobody: whoever stands there now has not met it. */
    Cell unfenced(String fence, long now) {
        Map<String, Long> standing = standing(now);
        boolean lost = standing.remove(fence) == null;
        boolean crowded = (contested || lost) && !standing.isEmpty();
        return new Cell(content, lease, Collections.unmodifiableMap(standing), crowded, invalidated);
    }

    boolean empty() {
        return content == null && lease == null && fences.isEmpty() && invalidated == null;
    }

    /** For how long anything in the cell matters. */
    Duration life(Duration journal, long now) {
        long nanos = content == null ? 0 : content.end() - now;
        nanos = Math.max(nanos, lease == null ? 0 : lease.end() - now);
        nanos = invalidations().map(at -> at + journal.toNanos() - now).reduce(nanos, Math::max);
        return Duration.ofNanos(Math.max(1, nanos));
    }

    private Map<String, Long> standing(long now) {
        Map<String, Long> standing = new HashMap<>(fences);
        standing.values().removeIf(end -> end - now <= 0);
        return standing;
    }
}
