package dev.alacena.cache.engine.interleaving;

import static dev.alacena.cache.engine.interleaving.Scenarios.READ_ON_A;
import static dev.alacena.cache.engine.interleaving.Scenarios.READ_ON_B;

import org.junit.jupiter.api.Test;

/** What is promised when somebody dies, or the store forgets, in each order of the steps. */
class FaultInterleavingsTest {
    @Test
    void r4AWriterThatDiesAfterItsCommitLeavesACleanMiss() {
        Interleavings.all(Scenarios.dyingWriter());
    }

    @Test
    void r4AWriterThatDiesBeforeItsSweepIsSweptFor() {
        Interleavings.all(Scenarios.dyingSweep(true));
    }

    @Test
    void r5ASweepThatIsTakenBackLeavesNoRecord() {
        Interleavings.all(Scenarios.rolledBackSweep());
    }

    @Test
    void r9AnUnknownOutcomeCountsAsACommit() {
        Interleavings.all(Scenarios.unknownOutcome());
        Interleavings.all(Scenarios.lateCommit(true));
    }

    @Test
    void r9ASnapshotFromBeforeTheCommitOfAWriterThatDiedIsNotStored() {
        Interleavings.most(3, Scenarios.dyingWriterBesideASnapshot());
    }

    @Test
    void aLoaderThatDiesCostsOneLeaseTime() {
        Interleavings.all(Scenarios.dyingLoader(READ_ON_A));
        Interleavings.most(3, Scenarios.dyingLoader(READ_ON_B));
    }

    @Test
    void r23ALoaderThatIsPausedPastItsLeaseFillsNothingOld() {
        Interleavings.most(3, Scenarios.meanwhile(scene -> scene.pass(Scene.LEASE)));
    }

    @Test
    void aWriterThatIsPausedPastItsFenceStillTakesOutWhatCameIn() {
        Interleavings.most(3, Scenarios.meanwhile(scene -> scene.pass(Scene.FENCE)));
    }

    @Test
    void r22AStoreThatForgetsItsLeasesAndFencesKeepsNothingOld() {
        Interleavings.most(3, Scenarios.meanwhile(Scene::flush));
    }
}
