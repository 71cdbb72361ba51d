package dev.alacena.cache.engine;

import dev.alacena.api.CacheLevel;
import dev.alacena.api.MissReason;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens in one cache. Thread-safe; counting costs no contention. */
public final class Counters {

    /** The plain counts. */
    public enum Event {
        LOAD,
        LOAD_FAILURE,
        FILL,
        REFUSED_FILL,
        /** Of a key. */
        INVALIDATION,
        /** An invalidation by prefix, by pattern or of everything. */
        SWEEP,
        /** An invalidation by tag. */
        TAG,
        FAULT
    }

    private final Map<CacheLevel, LongAdder> hits = adders(CacheLevel.class);
    private final Map<MissReason, LongAdder> misses = adders(MissReason.class);
    private final Map<Event, LongAdder> events = adders(Event.class);
    private final LoadTimes loadTimes = new LoadTimes();

    void hit(CacheLevel level) {
        adder(hits, level).increment();
    }

    void miss(MissReason reason) {
        adder(misses, reason).increment();
    }

    /** Counts one event. */
    public void count(Event event) {
        adder(events, event).increment();
    }

    /** Loads that returned. */
    public LoadTimes loadTimes() {
        return loadTimes;
    }

    public Map<CacheLevel, Long> hits() {
        return sums(hits, CacheLevel.class);
    }

    public long hits(CacheLevel level) {
        return adder(hits, level).sum();
    }

    public Map<MissReason, Long> misses() {
        return sums(misses, MissReason.class);
    }

    public long misses(MissReason reason) {
        return adder(misses, reason).sum();
    }

    public long of(Event event) {
        return adder(events, event).sum();
    }

    private static <E extends Enum<E>> Map<E, LongAdder> adders(Class<E> type) {
        Map<E, LongAdder> adders = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            adders.put(constant, new LongAdder());
        }
        return adders;
    }

    private static <E extends Enum<E>> Map<E, Long> sums(Map<E, LongAdder> adders, Class<E> type) {
        Map<E, Long> sums = new EnumMap<>(type);
        adders.forEach((constant, adder) -> sums.put(constant, adder.sum()));
        return sums;
    }

    @SuppressWarnings("NullAway") // every constant has its adder
    private static <E extends Enum<E>> LongAdder adder(Map<E, LongAdder> adders, E constant) {
        return adders.get(constant);
    }
}
