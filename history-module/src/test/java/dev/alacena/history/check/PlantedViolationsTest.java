package dev.alacena.history.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.history.event.Event;
import dev.alacena.history.event.Event.Value;
import dev.alacena.history.event.Event.What;
import dev.alacena.history.event.Fault.Effect;
import dev.alacena.history.event.Kind;
import dev.alacena.history.event.Node;
import dev.alacena.history.event.Outcome;
import dev.alacena.history.event.Shelf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A correct history passes; each kind of violation that is planted in it is found, and nothing else. */
class PlantedViolationsTest {
    private static final int EVENTS = 2_000;

    /** Rows that the generated history does not touch. */
    private static final int ROW = Shelf.STRICT.row(40);

    private static final int NEAR_ROW = Shelf.BOUNDED.row(40);

    private static Tale history(long seed) {
        return Generated.history(seed, EVENTS);
    }

    private static What what(Kind kind, int row) {
        return new What(kind, row == ROW ? Shelf.STRICT : Shelf.BOUNDED, row);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aCorrectHistoryKeepsEveryPromise(long seed) {
        assertThat(history(seed).violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theValueOfAnotherRowIsFound(long seed) {
        Tale tale = history(seed).read(0, what(Kind.READ, ROW), Outcome.FOREIGN, 100, 101, Tale.value(ROW, 0));
        assertThat(tale.violations()).containsExactly("P0 value of another row");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aValueThatNobodyWroteIsFound(long seed) {
        Tale tale = history(seed).read(0, Shelf.STRICT, ROW, 1, 100);
        assertThat(tale.violations()).containsExactly("P0 value that nobody wrote");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aValueThatWasRolledBackIsFound(long seed) {
        Value value = new Value(1, 77);
        Tale tale = history(seed)
                .change(0, what(Kind.WRITE, ROW), Outcome.ROLLED_BACK, 100, 105, 104, value)
                .read(1, what(Kind.READ, ROW), Outcome.DONE, 110, 111, value);
        assertThat(tale.violations()).containsExactly("P0 value that was rolled back");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRolledBackValueIsFoundAlsoWhenItsNumberWasGivenAgain(long seed) {
        Value value = new Value(1, 77);
        Tale tale = history(seed)
                .change(0, what(Kind.WRITE, ROW), Outcome.ROLLED_BACK, 100, 105, 104, value)
                .write(0, Shelf.STRICT, ROW, 1, 120, 125)
                .read(1, what(Kind.READ, ROW), Outcome.DONE, 130, 131, value);
        assertThat(tale.violations()).containsExactly("P0 value that was rolled back");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aValueReadBeforeItsCommitIsFound(long seed) {
        Tale tale = history(seed).write(0, Shelf.STRICT, ROW, 1, 100, 110).read(1, Shelf.STRICT, ROW, 1, 105);
        assertThat(tale.violations()).containsExactly("P0 value read before its commit");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aStaleReadOfAStrictCacheIsFound(long seed) {
        Tale tale = history(seed).write(0, Shelf.STRICT, ROW, 1, 100, 110).read(1, Shelf.STRICT, ROW, 0, 110.001);
        assertThat(tale.violations()).containsExactly("P1 stale read");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aStaleReadOutsideOfWhatItsWriterWroteDownIsFound(long seed) {
        Tale tale = history(seed)
                .fault(Effect.UNCONFIRMED, 0, 50, 99)
                .fault(Effect.UNCONFIRMED, 1, 90, 200)
                .fault(Effect.UNCONFIRMED, 0, 112, 200)
                .write(0, Shelf.STRICT, ROW, 1, 100, 110)
                .read(1, Shelf.STRICT, ROW, 0, 110.001);
        assertThat(tale.violations()).containsExactly("P1 stale read");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aStaleReadAfterAllWasConfirmedIsFound(long seed) {
        Tale tale = history(seed)
                .fault(Effect.UNCONFIRMED, 0, 105, 200)
                .write(0, Shelf.STRICT, ROW, 1, 100, 110)
                .read(1, Shelf.STRICT, ROW, 0, 199)
                .read(1, Shelf.STRICT, ROW, 0, 200.001);
        assertThat(tale.check(Tale.CONTRACT).violations())
                .containsOnlyKeys("P1 stale read")
                .containsValue(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anOwnWriteThatIsMissedIsFoundInABoundedCacheToo(long seed) {
        Tale tale = history(seed)
                .write(0, Shelf.BOUNDED, NEAR_ROW, 1, 100, 110)
                .read(0, Shelf.BOUNDED, NEAR_ROW, 0, 110.001);
        assertThat(tale.violations()).containsExactly("P2 own write missed");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anOwnWriteThatItsTransactionDoesNotReadIsFound(long seed) {
        Event read = new Event(
                new Node(0, 0).id(),
                what(Kind.OWN, ROW),
                Outcome.DONE,
                100_000_000,
                101_000_000,
                77,
                Tale.value(ROW, 0),
                0);
        assertThat(history(seed).told(read).violations()).containsExactly("P2 own write not read");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aReadOfABoundedCacheThatIsStaleForTooLongIsFound(long seed) {
        Tale tale = history(seed)
                .write(0, Shelf.BOUNDED, NEAR_ROW, 1, 100, 110)
                .read(1, Shelf.BOUNDED, NEAR_ROW, 0, 1_309)
                .read(1, Shelf.BOUNDED, NEAR_ROW, 0, 1_311);
        assertThat(tale.check(Tale.CONTRACT).violations())
                .containsOnlyKeys("P3 stale read")
                .containsValue(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aVersionThatGoesBackwardsIsFound(long seed) {
        Tale tale = history(seed)
                .write(0, Shelf.BOUNDED, NEAR_ROW, 1, 100, 110)
                .read(1, Shelf.BOUNDED, NEAR_ROW, 1, 111)
                .read(1, Shelf.BOUNDED, NEAR_ROW, 0, 113);
        assertThat(tale.violations()).containsExactly("P4 version went backwards");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aNodeThatDoesNotReadTheLastVersionInTheEndIsFound(long seed) {
        Tale tale = history(seed)
                .write(0, Shelf.BOUNDED, NEAR_ROW, 1, 100, 110)
                .audit(1, Shelf.BOUNDED, NEAR_ROW, 0, 100_000);
        assertThat(tale.violations()).containsExactly("P5 not the last version");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSecondLoadWithoutAReasonIsFound(long seed) {
        Tale tale = history(seed).load(0, Shelf.STRICT, ROW, 100, 101).load(1, Shelf.STRICT, ROW, 102, 103);
        assertThat(tale.violations()).containsExactly("P6 second load");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aCallThatFailsIsFound(long seed) {
        Tale tale = history(seed).read(0, what(Kind.READ, ROW), Outcome.ERROR, 100, 101, Value.NONE);
        assertThat(tale.violations()).containsExactly("P7 failed call");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aCallThatTakesTooLongIsFound(long seed) {
        Tale tale = history(seed).read(0, what(Kind.READ, ROW), Outcome.DONE, 100, 5_101, Tale.value(ROW, 0));
        assertThat(tale.violations()).containsExactly("P7 slow call");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aCallThatTakesTooLongBesidesTheTimeWithoutAProcessorIsFound(long seed) {
        Tale tale = history(seed)
                .read(0, what(Kind.READ, ROW), Outcome.DONE, 100, 6_100, Tale.value(ROW, 0))
                .fault(Effect.STALLED, 1, 100, 6_000)
                .fault(Effect.STALLED, 0, 5_101, 7_000);
        assertThat(tale.violations()).containsExactly("P7 slow call");
        assertThat(tale.fault(Effect.STALLED, 0, 200, 202).violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aWriteThatReturnedAndIsNotInTheDatabaseIsFound(long seed) {
        Tale tale = history(seed).change(0, what(Kind.WRITE, ROW), Outcome.DONE, 100, 101, 100, new Value(1, 77));
        assertThat(tale.violations()).containsExactly("RUN acknowledged write lost");
    }
}
