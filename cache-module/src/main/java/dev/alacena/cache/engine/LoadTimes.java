package dev.alacena.cache.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How long loads took: a histogram, and the sum. Thread-safe; adding costs no contention. */
public final class LoadTimes {
    /** The upper bounds that are told apart, ascending; longer loads are in the sum and in {@link #all} alone. */
    public static final List<Duration> BOUNDS = LongStream.of(
                    1_000,
                    2_500,
                    5_000,
                    10_000,
                    25_000,
                    50_000,
                    100_000,
                    250_000,
                    500_000,
                    1_000_000,
                    2_500_000,
                    5_000_000,
                    10_000_000)
            .mapToObj(micros -> Duration.ofNanos(micros * 1_000))
            .toList();

    private static final long[] NANOS =
            BOUNDS.stream().mapToLong(Duration::toNanos).toArray();

    private final List<LongAdder> loads =
            Stream.generate(LongAdder::new).limit(NANOS.length + 1L).toList();
    private final LongAdder sum = new LongAdder();

    void add(long nanos) {
        int place = 0;
        while (place < NANOS.length && nanos > NANOS[place]) {
            place++;
        }
        loads.get(place).increment();
        sum.add(nanos);
    }

    /** Loads that took no longer than the bound at this index. */
    public long within(int bound) {
        return upTo(bound + 1);
    }

    /** All loads. */
    public long all() {
        return upTo(loads.size());
    }

    /** The time of all of them, in nanoseconds. */
    public long nanos() {
        return sum.sum();
    }

    private long upTo(int places) {
        return loads.subList(0, places).stream().mapToLong(LongAdder::sum).sum();
    }
}
