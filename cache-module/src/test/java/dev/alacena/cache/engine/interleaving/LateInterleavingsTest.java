package dev.alacena.cache.engine.interleaving;

import static dev.alacena.cache.engine.interleaving.Scenarios.READ_ON_A;
import static dev.alacena.cache.engine.interleaving.Scenarios.TWO_READS_ON_A;
import static dev.alacena.cache.engine.interleaving.Scenarios.WRITE_ON_B;

import org.junit.jupiter.api.Test;

/** Those who come late: with an old view of the database, with an old copy, after their fence is gone. */
class LateInterleavingsTest {
    @Test
    void r8ALoadInAnOldSnapshotDoesNotStoreWhatItSaw() {
        Interleavings.most(2, Scenarios.oldSnapshot("A"));
        Interleavings.most(2, Scenarios.oldSnapshot("B"));
    }

    @Test
    void p4ANodeThatLoadedWhatAFenceKeepsOutOfLevel2DoesNotGoBackToItsCopy() {
        Interleavings.most(2, Scenarios.nearReads(READ_ON_A, WRITE_ON_B).actor("more reads", TWO_READS_ON_A));
    }

    @Test
    void anUpdateThatTakesLongerThanItsFenceLeavesNothing() {
        Interleavings.most(2, Scenarios.updatesMeanwhile(scene -> scene.pass(Scene.FENCE)));
    }

    @Test
    void r22AnUpdateWhoseFenceWasEvictedLeavesNothing() {
        Interleavings.most(2, Scenarios.updatesMeanwhile(Scene::flush));
    }
}
