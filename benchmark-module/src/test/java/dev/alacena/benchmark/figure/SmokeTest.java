package dev.alacena.benchmark.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.benchmark.report.Finding;
import dev.alacena.benchmark.report.Progress;
import dev.alacena.benchmark.server.Redis;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A breath of the real thing: whether it measures, not what. */
class SmokeTest {

    @Test
    void aHitInRedisIsMeasured(@TempDir Path directory) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Redis redis = Redis.start(directory)) {
            Progress progress = new Progress(new PrintStream(out, true, StandardCharsets.UTF_8));
            Place place = new Place(redis, directory, new Place.Effort(2, Duration.ofMillis(50)), progress);
            List<Finding> findings = new Hit().measure(place);
            assertThat(findings).hasSize(2);
            assertThat(findings)
                    .allSatisfy(finding ->
                            assertThat(finding.measured()).isPositive().isFinite());
            assertThat(redis.processorNanos()).isPositive();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Redisson, its default settings");
    }
}
