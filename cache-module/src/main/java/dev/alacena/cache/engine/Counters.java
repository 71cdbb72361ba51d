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
        LOAD_NANOS,
        FILL,
        REFUSED_FILL,
        INVALIDATION,
        FAULT
    }

    private final Map<CacheLevel, LongAdder> hits = adders(CacheLevel.class);
    private final Map<MissReason, LongAdder> misses = adders(MissReason.class);
    private final Map<Event, LongAdder> events = adders(Event.class);

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

    void add(Event event, long amount) {
        adder(events, event).add(amount);
    }

    public Map<CacheLevel, Long> hits() {
        return sums(hits, CacheLevel.class);
    }

    public Map<MissReason, Long> misses() {
        return sums(misses, MissReason.class);
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
