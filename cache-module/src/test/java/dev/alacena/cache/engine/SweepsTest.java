package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A sweep is recorded from before the commit until it is made. */
class SweepsTest {
    private final List<String> steps = new ArrayList<>();
    private final CompletableFuture<Long> swept = new CompletableFuture<>();
    private final List<Runnable> due = new ArrayList<>();
    private final Kitchen kitchen = Kitchen.open(this::noted);
    private final Changes all = new Changes(Map.of(), Set.of(), Set.of(new Sweep.All("users")));
    private final Fence fence = kitchen.writes().writer();

    private Store noted(Store store) {
        return Told.before(store, (name, arguments) -> {
            if (name.endsWith("weep")) {
                steps.add(name);
            }
            return name.equals("sweep") ? swept : null;
        });
    }

    @Test
    void itIsRecordedBeforeTheCommitAndForgottenWhenItIsMade() {
        kitchen.writes().raise(fence, all);
        assertThat(steps).containsExactly("raiseSweep");
        swept.complete(3L);
        kitchen.writes().committed(fence, all, Map.of());
        assertThat(steps).containsExactly("raiseSweep", "sweep", "lowerSweep");
    }

    @Test
    void aRollbackForgetsItAndSweepsNothing() {
        kitchen.writes().raise(fence, all);
        kitchen.writes().rolledBack(fence, all);
        assertThat(steps).containsExactly("raiseSweep", "lowerSweep");
    }

    @Test
    void r9AnUnknownOutcomeSweepsAndKeepsTheRecord() {
        kitchen.writes().raise(fence, all);
        swept.complete(3L);
        kitchen.writes().unknown(all);
        assertThat(steps).containsExactly("raiseSweep", "sweep");
    }

    @Test
    void aSweepThatFailsKeepsTheRecord() {
        kitchen.writes().raise(fence, all);
        swept.completeExceptionally(new IllegalStateException("half-way"));
        kitchen.writes().committed(fence, all, Map.of());
        assertThat(steps).containsExactly("raiseSweep", "sweep");
    }

    @Test
    void oneThatTakesLongRenewsItsRecordUntilItIsMade() {
        Sweeps sweeps = new Sweeps(
                kitchen.store,
                new Link(Duration.ofSeconds(5), Breaker.NONE, kitchen.time, this::order),
                this::order,
                Kitchen.FENCE);
        CompletionStage<Long> made = sweeps.make(new Sweep.All("users"), "f");
        due.remove(0).run();
        due.remove(0).run();
        assertThat(steps).containsExactly("sweep", "raiseSweep", "raiseSweep");
        swept.complete(3L);
        assertThat(made.toCompletableFuture()).isCompletedWithValue(3L);
        due.remove(0).run();
        assertThat(steps).containsExactly("sweep", "raiseSweep", "raiseSweep", "lowerSweep");
        assertThat(due).isEmpty();
    }

    private Runnable order(Duration after, Runnable action) {
        due.add(action);
        return () -> due.remove(action);
    }
}
