package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.MissReason;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The interleavings of reads and writes that leave stale values in other caches; each runs step by step in one thread. */
class RaceTest {
    private final Kitchen kitchen = Kitchen.open();
    private final Kitchen other = kitchen.secondNode();
    private final Space space = Kitchen.space(String.class, false);
    private final Request request = Kitchen.request(space, "42", "user:42");
    private final AtomicReference<String> database = new AtomicReference<>("v1");

    private Object read(Kitchen node) throws Exception {
        return node.engine().get(request, database::get);
    }

    /** A load that reads the database, then lets something happen before it answers. */
    private Object readSlowly(Runnable meanwhile) throws Exception {
        return kitchen.engine().get(request, () -> {
            String seen = database.get();
            meanwhile.run();
            return seen;
        });
    }

    private Map<Key, Update> left(String value) {
        return Map.of(request.key(), Writes.update(request, Map.of(), value).orElseThrow());
    }

    @Test
    void r1AWriteDuringALoadVoidsItsFill() throws Exception {
        Object seen = readSlowly(() -> other.write(Kitchen.keys(request), () -> database.set("v2")));
        assertThat(seen).isEqualTo("v1");
        assertThat(read(kitchen)).isEqualTo("v2");
        assertThat(read(other)).isEqualTo("v2");
        assertThat(space.counters().of(Counters.Event.REFUSED_FILL)).isEqualTo(1);
    }

    @Test
    void r2ALoadBetweenFenceAndCommitStoresNothing() throws Exception {
        Fence fence = other.writes().writer();
        other.writes().raise(fence, Kitchen.keys(request));
        assertThat(read(kitchen)).isEqualTo("v1");
        database.set("v2");
        assertThat(read(kitchen)).isEqualTo("v2");
        other.writes().committed(fence, Kitchen.keys(request), Map.of());
        assertThat(read(kitchen)).isEqualTo("v2");
        assertThat(space.counters().misses())
                .containsEntry(MissReason.FENCED, 2L)
                .containsEntry(MissReason.INVALIDATED, 1L);
    }

    @Test
    void r3NobodyHitsTheOldValueBetweenCommitAndRelease() throws Exception {
        read(kitchen);
        Fence fence = other.writes().writer();
        other.writes().raise(fence, Kitchen.keys(request));
        database.set("v2");
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    @Test
    void r4AWriterThatDiesAfterItsCommitLeavesACleanMiss() throws Exception {
        read(kitchen);
        other.writes().raise(other.writes().writer(), Kitchen.keys(request));
        database.set("v2");
        kitchen.time.pass(Kitchen.FENCE);
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    @Test
    void r5ARollbackStoresNothingAndLeavesNoFence() throws Exception {
        read(kitchen);
        Fence fence = other.writes().writer();
        other.writes().raise(fence, Kitchen.keys(request));
        other.writes().rolledBack(fence, Kitchen.keys(request));
        assertThat(read(kitchen)).isEqualTo("v1");
        database.set("never seen");
        assertThat(read(kitchen)).isEqualTo("v1");
    }

    @Test
    void r23ALoaderThatWasPausedPastItsLeaseFillsNothing() throws Exception {
        readSlowly(() -> {
            kitchen.time.pass(Kitchen.LEASE);
            database.set("v2");
            try {
                assertThat(read(other)).isEqualTo("v2");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    @Test
    void r30ANotFoundIsNeitherStoredNorAnsweredOnceTheRowIsInserted() throws Exception {
        database.set(null);
        assertThat(readSlowly(() -> other.write(Kitchen.keys(request), () -> database.set("v1"))))
                .isNull();
        assertThat(read(kitchen)).isEqualTo("v1");
        other.write(Kitchen.keys(request), () -> database.set(null));
        assertThat(read(kitchen)).isNull();
        other.write(Kitchen.keys(request), () -> database.set("v2"));
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    @Test
    void r32ATagInvalidatedDuringALoadVoidsWhatItStored() throws Exception {
        readSlowly(() -> other.write(Kitchen.tags("user:42"), () -> database.set("v2")));
        assertThat(read(kitchen)).isEqualTo("v2");
        assertThat(space.counters().misses()).containsEntry(MissReason.TAG, 1L);
    }

    @Test
    void r4AWriterOfATagThatDiesAfterItsCommitLeavesACleanMiss() throws Exception {
        read(kitchen);
        other.writes().raise(other.writes().writer(), Kitchen.tags("user:42"));
        assertThat(read(kitchen)).isEqualTo("v1");
        database.set("v2");
        assertThat(read(kitchen)).isEqualTo("v2");
        kitchen.time.pass(Kitchen.FENCE);
        assertThat(read(kitchen)).isEqualTo("v2");
        assertThat(read(kitchen)).isEqualTo("v2");
        assertThat(space.counters().misses()).containsEntry(MissReason.FENCED, 2L);
    }

    @Test
    void r9AnUnknownOutcomeLeavesTheFencesStanding() throws Exception {
        Fence fence = other.writes().writer();
        Changes changes = Kitchen.keys(request).and(Kitchen.tags("user:42"));
        other.writes().raise(fence, changes);
        other.writes().unknown(changes);
        read(kitchen);
        database.set("v2");
        assertThat(read(kitchen)).isEqualTo("v2");
        kitchen.time.pass(Kitchen.FENCE);
        read(kitchen);
        database.set("not asked for");
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    @Test
    void anInvalidatedTagIsAMissForEveryEntryThatCarriesIt() throws Exception {
        read(kitchen);
        other.write(Kitchen.tags("user:7"), () -> {});
        database.set("v2");
        assertThat(read(kitchen)).isEqualTo("v1");
        other.write(Kitchen.tags("user:42"), () -> {});
        assertThat(read(kitchen)).isEqualTo("v2");
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    @Test
    void aTagThatTheReaderDidNotForeseeCountsToo() throws Exception {
        read(kitchen);
        Request unaware = Kitchen.request(space, "42");
        assertThat(kitchen.engine().get(unaware, () -> "loaded")).isEqualTo("v1");
        other.write(Kitchen.tags("user:42"), () -> {});
        assertThat(kitchen.engine().get(unaware, () -> "loaded")).isEqualTo("loaded");
    }

    @Test
    void r37OfTwoWritersNeitherLeavesItsValue() throws Exception {
        Changes changes = Kitchen.keys(request);
        Fence first = kitchen.writes().writer();
        Fence second = other.writes().writer();
        kitchen.writes().raise(first, changes);
        other.writes().raise(second, changes);
        database.set("v3");
        kitchen.writes().committed(first, changes, left("v2"));
        other.writes().committed(second, changes, left("v1"));
        assertThat(read(kitchen)).isEqualTo("v3");
    }

    @Test
    void aWriterThatWasAloneLeavesItsValue() throws Exception {
        Changes changes = Kitchen.keys(request);
        Fence fence = kitchen.writes().writer();
        kitchen.writes().raise(fence, changes);
        kitchen.writes().committed(fence, changes, left("written"));
        assertThat(read(other)).isEqualTo("written");
        assertThat(space.counters().of(Counters.Event.LOAD)).isZero();
    }

    @Test
    void aSweepDuringALoadVoidsIt() throws Exception {
        readSlowly(() -> {
            database.set("v2");
            other.cupboard.direct().sweep(new Sweep.All("users"));
        });
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    /** A caller whose transaction, and so its view of the database, began this long ago. */
    private Object readInOldView(Kitchen node, Duration age, String seen) throws Exception {
        return node.engine().get(request.with(View.since(node.time.nanos() - age.toNanos())), () -> seen);
    }

    @Test
    void r8ALoadInAnOlderSnapshotThanTheLastWriteStoresNothing() throws Exception {
        kitchen.time.pass(Duration.ofSeconds(1));
        other.write(Kitchen.keys(request), () -> database.set("v2"));
        kitchen.time.pass(Duration.ofSeconds(1));
        assertThat(readInOldView(kitchen, Duration.ofSeconds(2), "v1")).isEqualTo("v1");
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    @Test
    void r8ALoadInASnapshotThatBeganAfterTheLastWriteIsStored() throws Exception {
        other.write(Kitchen.keys(request), () -> database.set("v2"));
        kitchen.time.pass(Duration.ofSeconds(10));
        assertThat(readInOldView(kitchen, Duration.ofSeconds(1), "v2")).isEqualTo("v2");
        database.set("not asked for");
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    @Test
    void r8ALoadInAnOlderSnapshotThanTheLastInvalidationOfATagStoresNothing() throws Exception {
        other.write(Kitchen.tags("user:42"), () -> database.set("v2"));
        assertThat(readInOldView(kitchen, Duration.ofSeconds(2), "v1")).isEqualTo("v1");
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    @Test
    void r8ALoadInAnOlderSnapshotThanTheLastSweepStoresNothing() throws Exception {
        database.set("v2");
        other.cupboard.direct().sweep(new Sweep.Prefix("users", "4"));
        assertThat(readInOldView(kitchen, Duration.ofSeconds(2), "v1")).isEqualTo("v1");
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    @Test
    void r8ALoadInAViewOlderThanAnythingThatIsRememberedStoresNothing() throws Exception {
        other.write(Kitchen.keys(request), () -> database.set("v2"));
        kitchen.time.pass(Kitchen.JOURNAL.plusSeconds(1));
        assertThat(readInOldView(kitchen, Kitchen.JOURNAL.plusSeconds(2), "v1")).isEqualTo("v1");
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    @Test
    void everyMissHasItsReason() throws Exception {
        read(kitchen);
        kitchen.time.pass(Kitchen.TTL);
        read(kitchen);
        other.write(Kitchen.keys(request), () -> {});
        read(kitchen);
        kitchen.store.close();
        read(kitchen);
        assertThat(space.counters().misses())
                .containsEntry(MissReason.COLD, 1L)
                .containsEntry(MissReason.EXPIRED, 1L)
                .containsEntry(MissReason.INVALIDATED, 1L)
                .containsEntry(MissReason.EVICTED, 1L);
    }
}
