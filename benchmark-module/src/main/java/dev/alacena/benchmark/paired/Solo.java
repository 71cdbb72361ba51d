package dev.alacena.benchmark.paired;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One thread in memory, in this thread. Its time is that of the processor, so that it does not count when others have the
 * processor.
 */
public final class Solo {
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private static final int BATCH = 1000;

    private static volatile @Nullable Object sink;

    private Solo() {}

    /** What is measured; what it answers cannot be optimised away. */
    @FunctionalInterface
    public interface Question {
        Object ask(long number);
    }

    /** A turn that asks for this long, with numbers from 0 to below {@code numbers}. */
    public static Turn turn(Duration length, int numbers, Question question) {
        return () -> {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long end = System.nanoTime() + length.toNanos();
            long start = THREADS.getCurrentThreadCpuTime();
            double asked = 0;
            do {
                for (int i = 0; i < BATCH; i++) {
                    sink = question.ask(i % numbers);
                }
                asked += BATCH;
            } while (System.nanoTime() - end < 0);
            double nanos = THREADS.getCurrentThreadCpuTime() - start;
            double bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            return new Reading(nanos / asked, nanos / asked, 0, bytes / asked);
        };
    }
}
