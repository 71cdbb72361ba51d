package dev.alacena.history.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.history.check.Contract.Gap;
import dev.alacena.history.event.Event;
import dev.alacena.history.event.Event.Value;
import dev.alacena.history.event.Event.What;
import dev.alacena.history.event.Fault;
import dev.alacena.history.event.Fault.Effect;
import dev.alacena.history.event.Kind;
import dev.alacena.history.event.Node;
import dev.alacena.history.event.Outcome;
import dev.alacena.history.event.Shelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What excuses what: no fault excuses more than the contract says, nor for longer. */
class ExcusesTest {
    private static final int ROW = Shelf.STRICT.row(0);
    private static final int NEAR_ROW = Shelf.BOUNDED.row(0);

    /** A write during a fault of its process, read stale by the other after so many milliseconds from the fault's end. */
    private static Tale staleAfter(Effect effect, int hit, double millis) {
        return new Tale()
                .fault(effect, hit, 90, 500)
                .write(0, Shelf.STRICT, ROW, 1, 100, 110)
                .read(1, Shelf.STRICT, ROW, 0, 500 + millis);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "GONE"})
    void aWriterThatCannotReachTheServerHasUntilTheRecovery(Effect effect) {
        assertThat(staleAfter(effect, 0, 1_999).violations()).isEmpty();
        assertThat(staleAfter(effect, Fault.ALL, 1_999).violations()).isEmpty();
        assertThat(staleAfter(effect, 0, 2_001).violations()).containsExactly("P1 stale read");
    }

    @Test
    void theCutLinkOfAnotherProcessExcusesNoWriter() {
        assertThat(staleAfter(Effect.UNREACHABLE, 1, 0).violations()).containsExactly("P1 stale read");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"UNREACHABLE", "GONE", "FAILOVER"})
    void noOtherFaultExcusesAStaleRead(Effect effect) {
        assertThat(staleAfter(effect, Fault.ALL, 0).violations()).containsExactly("P1 stale read");
    }

    @Test
    void overAFailoverAReadIsStaleForFiveSecondsAtMost() {
        assertThat(staleAfter(Effect.FAILOVER, Fault.ALL, 4_999).violations()).isEmpty();
        assertThat(staleAfter(Effect.FAILOVER, Fault.ALL, 5_001).violations()).containsExactly("P1 stale read");
    }

    @Test
    void aWriteThatBeginsAfterTheRecoveryIsNotExcused() {
        Tale tale = new Tale()
                .fault(Effect.UNREACHABLE, 0, 10, 50)
                .write(0, Shelf.STRICT, ROW, 1, 2_051, 2_060)
                .read(1, Shelf.STRICT, ROW, 0, 2_061);
        assertThat(tale.violations()).containsExactly("P1 stale read");
    }

    @Test
    void aWriteThatTookAsLongAsACommandMayHasUntilTheRecovery() {
        Tale tale = new Tale().write(0, Shelf.STRICT, ROW, 1, 100, 200).read(1, Shelf.STRICT, ROW, 0, 2_199);
        assertThat(tale.violations()).isEmpty();
        assertThat(tale.read(1, Shelf.STRICT, ROW, 0, 2_201).violations()).containsExactly("P1 stale read");
    }

    @Test
    void nothingExcusesThatAProcessMissesItsOwnWrite() {
        Tale tale = new Tale()
                .fault(Effect.UNREACHABLE, Fault.ALL, 90, 500)
                .write(0, Shelf.STRICT, ROW, 1, 100, 110)
                .read(0, Shelf.STRICT, ROW, 0, 111);
        assertThat(tale.violations()).containsExactly("P2 own write missed");
    }

    @Test
    void whatAWriterKeptBackIsLostWithIt() {
        Tale tale = new Tale()
                .fault(Effect.UNREACHABLE, 0, 90, 500)
                .write(0, Shelf.STRICT, ROW, 1, 100, 110)
                .fault(Effect.KILLED, 0, 400, 450)
                .read(1, Shelf.STRICT, ROW, 0, 62_000);
        assertThat(tale.violations()).isEmpty();
        assertThat(tale.read(1, Shelf.STRICT, ROW, 0, 62_501).violations()).containsExactly("P1 stale read");
    }

    @Test
    void aReadInAnOldSnapshotIsHeldAgainstTheSnapshot() {
        What what = new What(Kind.READ, Shelf.STRICT, ROW);
        Event read = new Event(
                new Node(1, 0).id(), what, Outcome.DONE, 200_000_000, 201_000_000, 100_000_000, new Value(0, 0), 0);
        assertThat(new Tale()
                        .write(0, Shelf.STRICT, ROW, 1, 110, 120)
                        .told(read)
                        .violations())
                .isEmpty();
        assertThat(new Tale().write(0, Shelf.STRICT, ROW, 1, 80, 90).told(read).violations())
                .containsExactly("P1 stale read");
    }

    @Test
    void readsThatOverlapMayComeInAnyOrder() {
        What what = new What(Kind.READ, Shelf.BOUNDED, NEAR_ROW);
        Tale tale = new Tale()
                .write(0, Shelf.BOUNDED, NEAR_ROW, 1, 100, 110)
                .read(1, Shelf.BOUNDED, NEAR_ROW, 1, 111)
                .read(1, what, Outcome.DONE, 111.5, 120, Tale.value(NEAR_ROW, 0));
        assertThat(tale.violations()).isEmpty();
    }

    @Test
    void aWriteThatNobodyAcknowledgedMustBeReadInTheEnd() {
        Tale tale = new Tale()
                .writeUnseen(0, Shelf.STRICT, ROW, 1, 100)
                .fault(Effect.KILLED, 0, 101, 2_000)
                .read(1, Shelf.STRICT, ROW, 0, 1_000);
        assertThat(tale.violations()).isEmpty();
        assertThat(tale.audit(1, Shelf.STRICT, ROW, 0, 5_102).violations()).containsExactly("P5 not the last version");
    }

    @Test
    void aWriteThatNobodyAcknowledgedMustBeReadWhenItsFenceHasComeDown() {
        Tale tale = new Tale()
                .writeUnseen(0, Shelf.STRICT, ROW, 1, 100)
                .fault(Effect.KILLED, 0, 101, 2_000)
                .read(1, Shelf.STRICT, ROW, 0, 5_100);
        assertThat(tale.violations()).isEmpty();
        assertThat(tale.read(1, Shelf.STRICT, ROW, 0, 5_102).violations()).containsExactly("P1 stale read");
    }

    @Test
    void aWriteBetweenTwoLoadsIsAReason() {
        Tale tale = new Tale()
                .load(0, Shelf.STRICT, ROW, 100, 101)
                .write(0, Shelf.STRICT, ROW, 1, 102, 103)
                .load(1, Shelf.STRICT, ROW, 104, 105);
        assertThat(tale.violations()).isEmpty();
        assertThat(tale.load(0, Shelf.STRICT, ROW, 106, 107).violations()).containsExactly("P6 second load");
    }

    @Test
    void aWriteOfTheSameTagIsAReasonAndOneOfAnotherRowIsNot() {
        int row = Shelf.STRICT_TAG.row(0);
        Tale tale = new Tale().load(0, Shelf.STRICT_TAG, row, 100, 101).load(1, Shelf.STRICT_TAG, row, 104, 105);
        assertThat(tale.write(0, Shelf.STRICT_TAG, row + 1, 1, 102, 103).violations())
                .containsExactly("P6 second load");
        assertThat(tale.write(0, Shelf.STRICT_TAG, row + Shelf.GROUPS, 1, 102, 103)
                        .violations())
                .isEmpty();
    }

    @Test
    void whatWasLoadedInATransactionMayNotBeStoredAfterAWriteThatWasNotLongAgo() {
        What inside = new What(Kind.LOAD_IN_TRANSACTION, Shelf.STRICT, ROW);
        Tale tale = new Tale()
                .write(0, Shelf.STRICT, ROW, 1, 100, 101)
                .change(0, inside, Outcome.DONE, 1_000, 1_001, 999, Value.NONE)
                .load(1, Shelf.STRICT, ROW, 1_010, 1_011);
        assertThat(tale.violations()).isEmpty();
        assertThat(tale.load(0, Shelf.STRICT, ROW, 1_020, 1_021).violations()).containsExactly("P6 second load");
    }

    @Test
    void aFlushBetweenTwoLoadsIsAReasonAndADeafNodeIsNot() {
        assertThat(twoLoads().fault(Effect.FORGETFUL, Fault.ALL, 20_000, 20_001).violations())
                .isEmpty();
        assertThat(twoLoads().fault(Effect.DEAF, Fault.ALL, 20_000, 20_001).violations())
                .containsExactly("P6 second load");
    }

    @Test
    void theFenceOfADeadWriterStandsForItsTime() {
        Tale tale = new Tale()
                .writeUnseen(0, Shelf.STRICT, ROW, 1, 100)
                .fault(Effect.KILLED, 0, 101, 102)
                .load(1, Shelf.STRICT, ROW, 3_000, 3_001)
                .load(1, Shelf.STRICT, ROW, 3_050, 3_051);
        assertThat(tale.violations()).isEmpty();
        Tale later = tale.load(1, Shelf.STRICT, ROW, 9_000, 9_001).load(1, Shelf.STRICT, ROW, 9_050, 9_051);
        assertThat(later.violations()).containsExactly("P6 second load");
    }

    @Test
    void theEndOfAnEntryIsAReason() {
        Tale tale = new Tale()
                .load(0, Shelf.STRICT_UPDATE, Shelf.STRICT_UPDATE.row(0), 100, 101)
                .load(1, Shelf.STRICT_UPDATE, Shelf.STRICT_UPDATE.row(0), 5_100, 5_101);
        assertThat(tale.violations()).isEmpty();
    }

    @Test
    void aKnownGapExcusesUntilTheEndOfTheEntry() {
        Tale tale = staleAfter(Effect.UNREACHABLE, 0, 30_000).read(0, Shelf.STRICT, ROW, 0, 30_000);
        assertThat(tale.violations()).containsExactlyInAnyOrder("P1 stale read", "P2 own write missed");
        assertThat(tale.check(Tale.contract(Gap.KEPT_INVALIDATIONS)).violations())
                .isEmpty();
    }

    @Test
    void whoWaitedBehindAFenceIsExcusedByThatGapAlone() {
        Tale tale = new Tale()
                .write(0, Shelf.STRICT, ROW, 1, 100, 110)
                .load(1, Shelf.STRICT, ROW, 105, 130)
                .load(0, Shelf.STRICT, ROW, 115, 116)
                .change(1, new What(Kind.LOAD, Shelf.STRICT, ROW), Outcome.DONE, 131, 132, 120, Value.NONE);
        assertThat(tale.violations()).containsExactly("P6 second load");
        assertThat(tale.check(Tale.contract(Gap.DEAD_ON_ARRIVAL)).violations()).containsOnlyKeys("P6 second load");
        assertThat(tale.check(Tale.contract(Gap.WAITERS_BEHIND_A_FENCE)).violations())
                .isEmpty();
    }

    @Test
    void theGapOfLevel1SilencesNothingButTheOrderInBoundedCaches() {
        Tale tale = new Tale()
                .write(0, Shelf.BOUNDED, NEAR_ROW, 1, 100, 110)
                .read(1, Shelf.BOUNDED, NEAR_ROW, 1, 111)
                .read(1, Shelf.BOUNDED, NEAR_ROW, 0, 113)
                .read(1, Shelf.BOUNDED, NEAR_ROW, 0, 1_400);
        assertThat(tale.check(Tale.contract(Gap.LOADS_AROUND_LEVEL_1)).violations())
                .containsOnlyKeys("P3 stale read");
    }

    private static Tale twoLoads() {
        return new Tale().load(0, Shelf.STRICT, ROW, 10_000, 10_001).load(1, Shelf.STRICT, ROW, 30_000, 30_001);
    }
}
