package dev.alacena.benchmark.figure;

import dev.alacena.benchmark.paired.Operation;
import dev.alacena.benchmark.server.Redis;
import dev.alacena.benchmark.server.Wire;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

/** Reads one key over and over by a connection of its own, while something else goes on. */
final class Watch {
    private Watch() {}

    /** What each GET took, in nanoseconds, and all together. */
    record Seen(long[] nanos, double seconds) {
        int count() {
            return nanos.length;
        }

        long slowest() {
            return Arrays.stream(nanos).max().orElse(0);
        }

        /** What one in a thousand exceeded. */
        long late() {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return sorted[(int) (sorted.length * 0.999)];
        }
    }

    static Seen during(Redis redis, String key, Operation operation) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (Wire wire = new Wire(redis.port())) {
            CompletableFuture<long[]> reader = new CompletableFuture<>();
            Thread thread = new Thread(() -> read(wire, key, over, reader));
            thread.start();
            long start = System.nanoTime();
            operation.run();
            double seconds = (System.nanoTime() - start) / 1e9;
            over.set(true);
            return new Seen(reader.get(), seconds);
        } finally {
            over.set(true);
        }
    }

    static Seen all(List<Seen> some) {
        return new Seen(
                some.stream().flatMapToLong(one -> LongStream.of(one.nanos())).toArray(),
                some.stream().mapToDouble(Seen::seconds).sum());
    }

    private static void read(Wire wire, String key, AtomicBoolean over, CompletableFuture<long[]> reader) {
        try {
            LongStream.Builder nanos = LongStream.builder();
            while (!over.get()) {
                long start = System.nanoTime();
                wire.call("GET", key);
                nanos.add(System.nanoTime() - start);
            }
            reader.complete(nanos.build().toArray());
        } catch (Exception e) {
            reader.completeExceptionally(e);
        }
    }
}
