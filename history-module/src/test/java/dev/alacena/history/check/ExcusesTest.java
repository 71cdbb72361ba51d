package dev.alacena.history.check;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void aWriterWhoseInvalidationIsNotConfirmedHasUntilItIs() {
        assertThat(staleAfter(Effect.UNCONFIRMED, 0, 0).violations()).isEmpty();
        assertThat(staleAfter(Effect.UNCONFIRMED, 0, 1).violations()).containsExactly("P1 stale read");
    }

    @Test
    void anUnconfirmedInvalidationOfAnotherProcessExcusesNoWriter() {
        assertThat(staleAfter(Effect.UNCONFIRMED, 1, 0).violations()).containsExactly("P1 stale read");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"UNCONFIRMED", "FAILOVER"})
    void noOtherFaultExcusesAStaleRead(Effect effect) {
        assertThat(staleAfter(effect, Fault.ALL, 0).violations()).containsExactly("P1 stale read");
        assertThat(staleAfter(effect, 0, 0).violations()).containsExactly("P1 stale read");
    }

    @Test
    void overAFailoverAReadIsStaleForFiveSecondsAtMost() {
        assertThat(staleAfter(Effect.FAILOVER, Fault.ALL, 4_999).violations()).isEmpty();
        assertThat(staleAfter(Effect.FAILOVER, Fault.ALL, 5_001).violations()).containsExactly("P1 stale read");
    }

    @Test
    void aFailoverLosesWhatWasConfirmedShortlyBeforeItAndNothingElse() {
        Tale tale = new Tale()
                .fault(Effect.FAILOVER, Fault.ALL, 10_000, 13_000)
                .write(0, Shelf.STRICT, ROW, 1, 5_100, 5_110)
                .write(0, Shelf.BOUNDED, NEAR_ROW, 1, 4_800, 4_810)
                .read(1, Shelf.STRICT, ROW, 0, 17_000);
        assertThat(tale.violations()).isEmpty();
        assertThat(tale.read(1, Shelf.BOUNDED, NEAR_ROW, 0, 17_000).violations())
                .containsExactly("P3 stale read");
    }

    @Test
    void aWriteBeforeOrAfterTheSpanIsNotExcused() {
        Tale before = new Tale()
                .fault(Effect.UNCONFIRMED, 0, 111, 500)
                .write(0, Shelf.STRICT, ROW, 1, 100, 110)
                .read(1, Shelf.STRICT, ROW, 0, 120);
        assertThat(before.violations()).containsExactly("P1 stale read");
        Tale after = new Tale()
                .fault(Effect.UNCONFIRMED, 0, 10, 99)
                .write(0, Shelf.STRICT, ROW, 1, 100, 110)
                .read(1, Shelf.STRICT, ROW, 0, 120);
        assertThat(after.violations()).containsExactly("P1 stale read");
    }

    @Test
    void aBoundedCacheHasItsBoundMoreAndNoLonger() {
        Tale tale = new Tale()
                .fault(Effect.UNCONFIRMED, 0, 90, 500)
                .write(0, Shelf.BOUNDED, NEAR_ROW, 1, 100, 110)
                .read(1, Shelf.BOUNDED, NEAR_ROW, 0, 1_699);
        assertThat(tale.violations()).isEmpty();
        assertThat(tale.read(1, Shelf.BOUNDED, NEAR_ROW, 0, 1_701).violations()).containsExactly("P3 stale read");
    }

    @Test
    void aSlowWriteIsNotExcused() {
        Tale tale = new Tale().write(0, Shelf.STRICT, ROW, 1, 100, 400).read(1, Shelf.STRICT, ROW, 0, 401);
        assertThat(tale.violations()).containsExactly("P1 stale read");
    }

    @Test
    void whatIsNeverConfirmedByAProcessThatLivesOnIsNotExcused() {
        Tale tale = new Tale()
                .unconfirmed(0, 90)
                .write(0, Shelf.STRICT, ROW, 1, 100, 110)
                .read(1, Shelf.STRICT, ROW, 0, 120)
                .audit(1, Shelf.STRICT, ROW, 0, 60_000);
        assertThat(tale.violations()).containsExactlyInAnyOrder("P1 stale read", "P5 not the last version");
    }

    @Test
    void nothingExcusesThatAProcessMissesItsOwnWrite() {
        Tale tale = new Tale()
                .fault(Effect.UNCONFIRMED, Fault.ALL, 90, 500)
                .write(0, Shelf.STRICT, ROW, 1, 100, 110)
                .read(0, Shelf.STRICT, ROW, 0, 111);
        assertThat(tale.violations()).containsExactly("P2 own write missed");
    }

    @Test
    void whatAWriterKeptBackIsLostWithIt() {
        Tale tale = new Tale()
                .unconfirmed(0, 90)
                .write(0, Shelf.STRICT, ROW, 1, 100, 110)
                .fault(Effect.KILLED, 0, 400, 450)
                .read(1, Shelf.STRICT, ROW, 0, 60_399);
        assertThat(tale.violations()).isEmpty();
        assertThat(tale.read(1, Shelf.STRICT, ROW, 0, 60_401).violations()).containsExactly("P1 stale read");
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

    /** A command may take 100 ms: a transaction's view is taken to be so much older than its request, which begins at 952. */
    private static Tale asksInATransaction(double lastWrite) {
        return new Tale().write(0, Shelf.STRICT, ROW, 1, lastWrite - 1, lastWrite);
    }

    private static Tale load(Tale tale, double start, double end) {
        What inside = new What(Kind.LOAD_IN_TRANSACTION, Shelf.STRICT, ROW);
        return tale.change(1, inside, Outcome.DONE, start, end, 952, Value.NONE);
    }

    @Test
    void whatWasLoadedInATransactionIsNotStoredAfterAWriteShortlyBeforeIt() {
        Tale tale = load(asksInATransaction(853), 953, 954).load(0, Shelf.STRICT, ROW, 1_020, 1_021);
        assertThat(tale.violations()).isEmpty();
        assertThat(tale.load(0, Shelf.STRICT, ROW, 1_030, 1_031).violations()).containsExactly("P6 second load");
        Tale later = load(asksInATransaction(851), 953, 954).load(0, Shelf.STRICT, ROW, 1_020, 1_021);
        assertThat(later.violations()).containsExactly("P6 second load");
    }

    @Test
    void whoeverAsksInATransactionShortlyAfterAWriteGetsNoLeaseButWhatIsStored() {
        assertThat(load(asksInATransaction(853).load(0, Shelf.STRICT, ROW, 950, 955), 956, 957)
                        .violations())
                .isEmpty();
        assertThat(load(asksInATransaction(851).load(0, Shelf.STRICT, ROW, 950, 955), 956, 957)
                        .violations())
                .containsExactly("P6 second load");
        assertThat(load(asksInATransaction(853).load(0, Shelf.STRICT, ROW, 950, 955), 1_056, 1_057)
                        .violations())
                .containsExactly("P6 second load");
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
    void aLoadThatWasCutOffIsNotSharedAndTheNextOneIs() {
        What what = new What(Kind.LOAD, Shelf.STRICT, ROW);
        Tale tale = new Tale()
                .load(0, Shelf.STRICT, ROW, 100, 101)
                .change(1, what, Outcome.CUT_OFF, 110, 111, 110, Value.NONE)
                .load(0, Shelf.STRICT, ROW, 120, 121);
        assertThat(tale.violations()).isEmpty();
        assertThat(tale.load(0, Shelf.STRICT, ROW, 130, 131).violations()).containsExactly("P6 second load");
    }

    @Test
    void whatIsNotConfirmedIsAReasonForLoadsOfItsOwnRowAlone() {
        assertThat(twoLoads().fault(Effect.UNCONFIRMED, 0, 9_000, 31_000).violations())
                .containsExactly("P6 second load");
        Tale tale = twoLoads().fault(Effect.UNCONFIRMED, 0, 9_000, 11_000).write(0, Shelf.STRICT, ROW, 1, 9_000, 9_001);
        assertThat(tale.violations()).isEmpty();
    }

    private static Tale twoLoads() {
        return new Tale().load(0, Shelf.STRICT, ROW, 10_000, 10_001).load(1, Shelf.STRICT, ROW, 30_000, 30_001);
    }
}
