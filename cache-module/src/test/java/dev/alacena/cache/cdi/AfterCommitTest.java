package dev.alacena.cache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AfterCommitTest {
    private final AtomicInteger runs = new AtomicInteger();
    private final AfterCommit after = new AfterCommit(runs::incrementAndGet);

    @Test
    void nothingRunsBeforeTheCommit() {
        after.beforeCompletion();
        assertThat(runs).hasValue(0);
        after.afterCompletion(Status.STATUS_COMMITTED);
        assertThat(runs).hasValue(1);
    }

    @Test
    void aRollbackRunsNothing() {
        after.afterCompletion(Status.STATUS_ROLLEDBACK);
        assertThat(runs).hasValue(0);
    }

    @Test
    void anUnknownOutcomeCountsAsCommitted() {
        after.afterCompletion(Status.STATUS_UNKNOWN);
        assertThat(runs).hasValue(1);
    }
}
