package dev.alacena.benchmark.paired;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * Processor time that two processes have used so far, in nanoseconds.
 *
 * @param client this process
 * @param server the other
 */
public record Processors(LongSupplier client, LongSupplier server) {
    /** This process and a server. */
    public static Processors with(LongSupplier server) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Processors(system::getProcessCpuTime, server);
    }
}
