package dev.alacena.benchmark.paired;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that repeat an operation; all subjects of a comparison share them. */
public final class Crew implements AutoCloseable {
    private final ExecutorService workers;
    private final int size;
    private final Processors processors;

    public Crew(int size, Processors processors) {
        this.workers = Executors.newFixedThreadPool(size);
        this.size = size;
        this.processors = processors;
    }

    /** A turn in which every thread repeats the operation for this long. */
    public Turn turn(Duration length, Operation operation) {
        return () -> take(length, operation);
    }

    private Reading take(Duration length, Operation operation) throws Exception {
        long server = processors.server().getAsLong();
        long client = processors.client().getAsLong();
        long start = System.nanoTime();
        List<Future<Long>> counts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            counts.add(workers.submit(() -> repeat(operation, start + length.toNanos())));
        }
        long done = 0;
        for (Future<Long> count : counts) {
            done += count.get();
        }
        double operations = done;
        long elapsed = System.nanoTime() - start;
        return new Reading(
                elapsed / operations,
                (processors.client().getAsLong() - client) / operations,
                (processors.server().getAsLong() - server) / operations,
                0);
    }

    /** At least once, so that a slow operation has a reading too. */
    private static long repeat(Operation operation, long end) throws Exception {
        long count = 0;
        do {
            operation.run();
            count++;
        } while (System.nanoTime() - end < 0);
        return count;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
