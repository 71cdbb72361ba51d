package dev.alacena.cache.engine.interleaving;

import static dev.alacena.cache.engine.interleaving.Scenarios.READ_LATER_ON_A;
import static dev.alacena.cache.engine.interleaving.Scenarios.READ_ON_A;
import static dev.alacena.cache.engine.interleaving.Scenarios.READ_ON_B;
import static dev.alacena.cache.engine.interleaving.Scenarios.TWO_READS_ON_A;
import static dev.alacena.cache.engine.interleaving.Scenarios.UPDATE_OF_ANOTHER_ROW_ON_B;
import static dev.alacena.cache.engine.interleaving.Scenarios.UPDATE_ON_A;
import static dev.alacena.cache.engine.interleaving.Scenarios.UPDATE_ON_B;
import static dev.alacena.cache.engine.interleaving.Scenarios.WRITE_ON_A;
import static dev.alacena.cache.engine.interleaving.Scenarios.WRITE_ON_B;

import org.junit.jupiter.api.Test;

/** What is promised, in each order in which the steps of those who meet can come. */
class InterleavingsTest {
    @Test
    void r1r2NothingThatALoadReadBeforeACommitIsFoundAfterIt() {
        Interleavings.all(Scenarios.load(WRITE_ON_A));
        Interleavings.all(Scenarios.load(WRITE_ON_B));
        Interleavings.all(Scenarios.load(UPDATE_ON_A));
        Interleavings.all(Scenarios.load(UPDATE_ON_B));
    }

    @Test
    void r3NobodyHitsTheOldValueAfterTheCommit() {
        Interleavings.all(Scenarios.hits(WRITE_ON_A));
        Interleavings.all(Scenarios.hits(WRITE_ON_B));
    }

    @Test
    void aColdKeyIsLoadedOnce() {
        Interleavings.all(Scenarios.coldKey(READ_ON_A));
        Interleavings.all(Scenarios.coldKey(READ_ON_B));
    }

    @Test
    void nobodyGathersForWhatWasInvalidated() {
        Interleavings.most(2, Scenarios.loads(READ_ON_A, WRITE_ON_A));
        Interleavings.most(2, Scenarios.loads(READ_ON_A, WRITE_ON_B));
        Interleavings.most(2, Scenarios.loads(READ_ON_B, WRITE_ON_A));
    }

    @Test
    void whoeverIsAnsweredLaterGathersForNothingElse() {
        Interleavings.most(2, Scenarios.laterLoads(WRITE_ON_A));
        Interleavings.most(2, Scenarios.laterLoads(WRITE_ON_B));
    }

    @Test
    void r32ATagInvalidatedDuringALoadInvalidatesWhatItStores() {
        Interleavings.all(Scenarios.loadWithTag("A"));
        Interleavings.all(Scenarios.loadWithTag("B"));
        Interleavings.most(2, Scenarios.loadsWithTag("A"));
        Interleavings.most(2, Scenarios.loadsWithTag("B"));
    }

    @Test
    void r5ARollbackChangesNothingAndLeavesNothing() {
        Interleavings.all(Scenarios.rollback("A"));
        Interleavings.all(Scenarios.rollback("B"));
    }

    @Test
    void r6r7ATransactionReadsItsOwnWritesAndNobodyElseDoes() {
        Interleavings.all(Scenarios.ownReads("A", true));
        Interleavings.all(Scenarios.ownReads("B", true));
    }

    @Test
    void r37OfTwoWritersEachCounts() {
        Interleavings.most(2, Scenarios.twoWriters());
    }

    @Test
    void r37WhatAnUpdateLeavesLacksNoOtherWrite() {
        Interleavings.most(2, Scenarios.updateAndWrite());
        Interleavings.most(3, Scenarios.updates(UPDATE_ON_B));
        Interleavings.most(3, Scenarios.updates(UPDATE_OF_ANOTHER_ROW_ON_B));
    }

    @Test
    void nothingThatALoadReadBeforeASweepIsFoundAfterIt() {
        Interleavings.all(Scenarios.sweep(2, "A"));
        Interleavings.all(Scenarios.sweep(2, "B"));
    }

    @Test
    void nothingThatALoadReadBeforeAnInvalidationByHandIsFoundAfterIt() {
        Interleavings.all(Scenarios.byHand("A"));
        Interleavings.all(Scenarios.byHand("B"));
    }

    @Test
    void r13AWriteReachesLevel1OfItsOwnNode() {
        Interleavings.most(3, Scenarios.nearReads(TWO_READS_ON_A, WRITE_ON_A));
        Interleavings.most(3, Scenarios.nearReads(TWO_READS_ON_A, WRITE_ON_A).warm());
        Interleavings.most(2, Scenarios.nearReads(READ_ON_A, WRITE_ON_A).actor("other reads", READ_ON_B));
        Interleavings.most(3, Scenarios.byHand("A").near());
        Interleavings.most(3, Scenarios.sweep(2, "A").near());
        Interleavings.all(Scenarios.loadWithTag("A").near());
    }

    @Test
    void p2WhatDidNotArriveIsNotReadByTheNodeThatWroteIt() {
        Interleavings.most(3, Scenarios.lostInvalidations(true));
    }

    @Test
    void r43WhileTheStoreIsAwayNobodyGathersForWhatWasReadBeforeItCame() {
        Interleavings.most(2, Scenarios.away(READ_ON_A));
        Interleavings.most(2, Scenarios.away(READ_LATER_ON_A));
    }

    @Test
    void r18ANodeThatMayHaveMissedSomethingBeginsAnew() {
        Interleavings.most(3, Scenarios.gap());
    }

    @Test
    void r25Level1DoesNotOutliveLevel2() {
        Interleavings.most(3, Scenarios.foreignWrite());
    }

    @Test
    void level1OfAnotherNodeIsNotStaleForLong() {
        Interleavings.most(3, Scenarios.nearReads(TWO_READS_ON_A, WRITE_ON_B));
        Interleavings.most(2, Scenarios.nearReads(READ_ON_A, WRITE_ON_B).actor("other reads", READ_ON_B));
        Interleavings.most(2, Scenarios.nearHits());
        Interleavings.all(Scenarios.loadWithTag("B").near());
    }
}
