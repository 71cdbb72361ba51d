package dev.alacena.cache.engine.interleaving;

import static dev.alacena.cache.engine.interleaving.Scenarios.READ_ON_A;
import static dev.alacena.cache.engine.interleaving.Scenarios.TWO_READS_ON_A;
import static dev.alacena.cache.engine.interleaving.Scenarios.WRITE_ON_B;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Races that nothing closes yet. A test here fails when its race is closed: it then belongs to the laws. */
class OpenRacesTest {
    private static void broken(String promise, Scenario scenario) {
        assertThatThrownBy(() -> Interleavings.most(2, scenario))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(promise);
    }

    @Test
    void r8ALoadInAnOldSnapshotFillsWhatItSaw() {
        broken("P1", Scenarios.oldSnapshot("A"));
        broken("P1", Scenarios.oldSnapshot("B"));
    }

    @Test
    void aNodeThatLoadedWhatAFenceKeepsOutOfLevel2GoesBackToItsCopy() {
        broken("P4", Scenarios.nearReads(READ_ON_A, WRITE_ON_B).actor("more reads", TWO_READS_ON_A));
    }

    @Test
    void anUpdateThatTakesLongerThanItsFenceLeavesAValueThatLacksAnotherWrite() {
        broken("P1", Scenarios.updatesMeanwhile(scene -> scene.pass(Scene.FENCE)));
    }

    @Test
    void r22AnUpdateWhoseFenceWasEvictedLeavesAValueThatLacksAnotherWrite() {
        broken("P1", Scenarios.updatesMeanwhile(Scene::flush));
    }
}
