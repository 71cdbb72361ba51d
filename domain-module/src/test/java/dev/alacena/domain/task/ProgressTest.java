package dev.alacena.domain.task;

import static dev.alacena.domain.task.TaskStatus.CANCELLED;
import static dev.alacena.domain.task.TaskStatus.DONE;
import static dev.alacena.domain.task.TaskStatus.IN_PROGRESS;
import static dev.alacena.domain.task.TaskStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The times of a task follow its status. */
class ProgressTest {

    private static final Instant ONE = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant TWO = ONE.plusSeconds(60);
    private static final Instant THREE = TWO.plusSeconds(60);

    private static final Progress STARTED = new Progress(IN_PROGRESS, ONE, null);
    private static final Progress COMPLETED = new Progress(DONE, ONE, TWO);

    private static void assertProgress(
            Progress progress, TaskStatus status, @Nullable Instant started, @Nullable Instant completed) {
        assertThat(progress).isEqualTo(new Progress(status, started, completed));
    }

    @Test
    void whoBeginsStartsATaskOnce() {
        assertProgress(Progress.NONE.to(IN_PROGRESS, ONE), IN_PROGRESS, ONE, null);
        assertProgress(STARTED.to(IN_PROGRESS, TWO), IN_PROGRESS, ONE, null);
    }

    @Test
    void whatIsDoneWasCompletedOnce() {
        assertProgress(STARTED.to(DONE, TWO), DONE, ONE, TWO);
        assertProgress(COMPLETED.to(DONE, THREE), DONE, ONE, TWO);
    }

    @Test
    void whatWasNeverStartedIsDoneAllTheSame() {
        assertProgress(Progress.NONE.to(DONE, ONE), DONE, null, ONE);
    }

    @Test
    void nothingIsCompletedBeforeItWasStartedWhateverTheClocksSay() {
        assertProgress(new Progress(IN_PROGRESS, TWO, null).to(DONE, ONE), DONE, TWO, TWO);
    }

    @Test
    void whatIsPendingAgainHasNoTimes() {
        assertThat(STARTED.to(PENDING, TWO)).isEqualTo(Progress.NONE);
        assertThat(COMPLETED.to(PENDING, THREE)).isEqualTo(Progress.NONE);
        assertThat(Progress.NONE.to(PENDING, THREE)).isEqualTo(Progress.NONE);
    }

    @Test
    void whatIsNoLongerDoneIsNotCompletedAndCanBeAgain() {
        assertProgress(COMPLETED.to(IN_PROGRESS, THREE), IN_PROGRESS, ONE, null);
        assertProgress(COMPLETED.to(CANCELLED, THREE), CANCELLED, ONE, null);
        assertProgress(COMPLETED.to(IN_PROGRESS, THREE).to(DONE, THREE), DONE, ONE, THREE);
        assertProgress(new Progress(DONE, null, TWO).to(IN_PROGRESS, THREE), IN_PROGRESS, THREE, null);
    }

    @Test
    void whatIsCancelledKeepsItsStart() {
        assertProgress(STARTED.to(CANCELLED, TWO), CANCELLED, ONE, null);
        assertProgress(Progress.NONE.to(CANCELLED, TWO), CANCELLED, null, null);
        assertProgress(STARTED.to(CANCELLED, TWO).to(IN_PROGRESS, THREE), IN_PROGRESS, ONE, null);
    }
}
