package dev.alacena.benchmark.figure;

import dev.alacena.benchmark.report.Progress;
import dev.alacena.benchmark.server.Redis;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how hard is measured.
 *
 * @param redis that all share; empty when a figure begins
 * @param directory for what a figure starts itself
 * @param effort of each figure
 * @param progress to report to
 */
public record Place(Redis redis, Path directory, Effort effort, Progress progress) {
    /**
     * How long it may take.
     *
     * @param rounds that count
     * @param turn of one subject in one round
     */
    public record Effort(int rounds, Duration turn) {
        /** Rounds that do not count: until the compiler is done, which takes some seconds. */
        int warmUp() {
            return Math.max(1, rounds / 2);
        }
    }
}
