package dev.alacena.benchmark.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CrewTest {
    private final AtomicLong processor = new AtomicLong();
    private final Processors processors =
            new Processors(() -> processor.addAndGet(2000), () -> processor.addAndGet(100_000));

    @Test
    void theCostOfATurnIsDividedByTheOperationsOfAllThreads() throws Exception {
        // four threads, each once, as they can only pass together
        CyclicBarrier barrier = new CyclicBarrier(4);
        try (Crew crew = new Crew(4, processors)) {
            Reading reading = crew.turn(Duration.ZERO, barrier::await).take();
            assertThat(reading.nanos()).isPositive();
            // 2,000 a look at the client, with one of 100,000 at the server between, and so on
            assertThat(reading.client()).isEqualTo(2000 / 4.0);
            assertThat(reading.server()).isEqualTo(104_000 / 4.0);
        }
    }

    @Test
    void anOperationThatTakesLongerThanTheTurnIsReadOnce() throws Exception {
        AtomicLong calls = new AtomicLong();
        try (Crew crew = new Crew(1, processors)) {
            crew.turn(Duration.ZERO, calls::incrementAndGet).take();
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void anOperationThatFailsFailsTheTurn() {
        try (Crew crew = new Crew(1, processors)) {
            Turn turn = crew.turn(Duration.ZERO, () -> {
                throw new IllegalStateException("an entry is gone");
            });
            assertThatThrownBy(turn::take)
                    .isExactlyInstanceOf(ExecutionException.class)
                    .hasRootCauseMessage("an entry is gone");
        }
    }
}
