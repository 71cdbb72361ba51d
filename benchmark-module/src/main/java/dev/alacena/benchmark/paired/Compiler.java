package dev.alacena.benchmark.paired;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Whether the compiler of this JVM was at rest since the last time that somebody asked: its work is not the subjects'. */
public final class Compiler implements BooleanSupplier {
    private static final double REST = 0.02;

    private long asked = System.nanoTime();
    private long compiled = compiled();

    @Override
    public boolean getAsBoolean() {
        long now = System.nanoTime();
        long total = compiled();
        boolean rests = total - compiled < REST * TimeUnit.NANOSECONDS.toMillis(now - asked);
        asked = now;
        compiled = total;
        return rests;
    }

    private static long compiled() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }
}
