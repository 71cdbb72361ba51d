package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.CacheLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Level 1 is never older than it may be. */
class NearTest {
    private final Kitchen kitchen = Kitchen.open();
    private final Kitchen other = kitchen.secondNode();
    private final Space space = Kitchen.space(String.class, true);
    private final Request request = Kitchen.request(space, "42", "user:42");
    private final AtomicReference<String> database = new AtomicReference<>("v1");

    private Object read(Kitchen node) throws Exception {
        return node.engine().get(request, database::get);
    }

    private long nearHits() {
        return space.counters().hits().getOrDefault(CacheLevel.LEVEL_1, 0L);
    }

    @Test
    void whatThisNodeLoadedIsAnsweredFromMemory() throws Exception {
        read(kitchen);
        read(kitchen);
        assertThat(nearHits()).isEqualTo(1);
    }

    @Test
    void whatLevel2AnsweredIsAnsweredFromMemoryNext() throws Exception {
        read(other);
        read(kitchen);
        assertThat(nearHits()).isZero();
        read(kitchen);
        assertThat(nearHits()).isEqualTo(1);
    }

    @Test
    void aWriteOfThisNodeIsSeenAtOnce() throws Exception {
        read(kitchen);
        kitchen.write(Kitchen.keys(request), () -> database.set("v2"));
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    @Test
    void aTagInvalidatedOnThisNodeIsSeenAtOnce() throws Exception {
        read(kitchen);
        kitchen.write(Kitchen.tags("user:42"), () -> database.set("v2"));
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    @Test
    void aSweepOnThisNodeIsSeenAtOnce() throws Exception {
        read(kitchen);
        database.set("v2");
        kitchen.cupboard.direct().sweep(new Sweep.Prefix("users", "4"));
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    @Test
    void whatAnotherNodeTakesOutByNamesIsSeenWhenItIsHeard() throws Exception {
        read(kitchen);
        database.set("v2");
        assertThat(other.cupboard.direct().swept(Sweep.Names.of(List.of("lists:*", "user?:42"))))
                .hasValue(1);
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    @Test
    void aWriteOfAnotherNodeIsSeenWhenItIsHeard() throws Exception {
        read(kitchen);
        other.write(Kitchen.keys(request), () -> database.set("v2"));
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    @Test
    void r16ANodeThatDoesNotHearAnswersFromMemoryForTheMaximalStalenessAndNoLonger() throws Exception {
        Deaf deaf = Deaf.on(kitchen);
        deaf.listener.heard(kitchen.time.nanos());
        read(deaf.node);
        other.write(Kitchen.keys(request), () -> database.set("v2"));
        kitchen.time.pass(Kitchen.STALENESS.minusMillis(1));
        assertThat(read(deaf.node)).isEqualTo("v1");
        kitchen.time.pass(Duration.ofMillis(1));
        assertThat(read(deaf.node)).isEqualTo("v2");
    }

    @Test
    void r17ANodeThatHasNeverHeardDoesNotAnswerFromMemory() throws Exception {
        Deaf deaf = Deaf.on(kitchen);
        read(deaf.node);
        read(deaf.node);
        assertThat(nearHits()).isZero();
    }

    @Test
    void aNodeThatHearsAgainAnswersFromMemoryWhatNobodyHasInvalidated() throws Exception {
        Deaf deaf = Deaf.on(kitchen);
        deaf.listener.heard(kitchen.time.nanos());
        read(deaf.node);
        kitchen.time.pass(Kitchen.STALENESS);
        deaf.listener.heard(kitchen.time.nanos());
        read(deaf.node);
        assertThat(nearHits()).isEqualTo(1);
    }

    @Test
    void r18ANodeThatMayHaveMissedSomethingBeginsAnew() throws Exception {
        Deaf deaf = Deaf.on(kitchen);
        deaf.listener.heard(kitchen.time.nanos());
        read(deaf.node);
        other.write(Kitchen.keys(request), () -> database.set("v2"));
        deaf.listener.missed();
        deaf.listener.heard(kitchen.time.nanos());
        assertThat(read(deaf.node)).isEqualTo("v2");
    }

    @Test
    void r14AMessageThatComesTwiceOrLateOnlyCostsAReading() throws Exception {
        Announcement message = new Announcement.OfKey(request.key());
        Deaf deaf = Deaf.on(kitchen);
        deaf.listener.heard(kitchen.time.nanos());
        other.write(Kitchen.keys(request), () -> database.set("v2"));
        read(deaf.node);
        deaf.listener.invalidated(message);
        deaf.listener.invalidated(message);
        assertThat(read(deaf.node)).isEqualTo("v2");
    }

    @Test
    void r13AMessageBetweenQuestionAndAnswerKeepsTheAnswerOutOfMemory() throws Exception {
        read(other);
        AtomicReference<Listener> listener = new AtomicReference<>();
        Kitchen node = Kitchen.open(
                ignored -> Slow.after("read", Deaf.capturing(kitchen.store, listener::set), () -> {
                    other.write(Kitchen.keys(request), () -> database.set("v2"));
                    listener.get().invalidated(new Announcement.OfKey(request.key()));
                }),
                kitchen.time);
        listener.get().heard(kitchen.time.nanos());
        assertThat(read(node)).isEqualTo("v1");
        assertThat(read(node)).isEqualTo("v2");
    }

    @Test
    void r25Level1DoesNotOutliveLevel2() throws Exception {
        read(kitchen);
        kitchen.time.pass(Kitchen.TTL.minusMillis(10));
        assertThat(read(kitchen)).isEqualTo("v1");
        database.set("v2");
        kitchen.time.pass(Duration.ofMillis(10));
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    /** A node whose level 2 says that entries have longer to live than they have, as after its clock was set. */
    private Kitchen overstating() {
        return Kitchen.open(
                ignored -> Told.before(
                        kitchen.store,
                        (operation, arguments) -> operation.equals("read")
                                ? kitchen.store
                                        .read(request.key(), request.tags())
                                        .thenApply(found -> new Store.Found(
                                                found.bytes(),
                                                found.stored(),
                                                Kitchen.TTL.multipliedBy(2),
                                                found.tags(),
                                                false))
                                : null),
                kitchen.time);
    }

    @Test
    void r26ACopyLivesNoLongerThanEntriesDoWhateverLevel2Says() throws Exception {
        Kitchen node = overstating();
        read(kitchen);
        assertThat(read(node)).isEqualTo("v1");
        database.set("v2");
        kitchen.time.pass(Kitchen.TTL);
        assertThat(read(node)).isEqualTo("v2");
    }

    @Test
    void r30ACopyOfANotFoundLivesNoLongerThanNotFoundsDo() throws Exception {
        Kitchen node = overstating();
        database.set(null);
        read(kitchen);
        assertThat(read(node)).isNull();
        database.set("v2");
        kitchen.time.pass(Kitchen.NULL_TTL);
        assertThat(read(node)).isEqualTo("v2");
    }

    @Test
    void r13AWriteWhileTheReplyTravelsKeepsTheOldValueOutOfMemory() throws Exception {
        read(other);
        Kitchen[] late = new Kitchen[1];
        late[0] = Kitchen.open(ignored -> Slow.after("read", kitchen.store, () -> {
            Fence fence = late[0].writes().writer();
            late[0].writes().raise(fence, Kitchen.keys(request));
            database.set("v2");
            late[0].writes().committed(fence, Kitchen.keys(request), Map.of());
        }));
        assertThat(read(late[0])).isEqualTo("v1");
        assertThat(read(late[0])).isEqualTo("v2");
    }

    @Test
    void aStrictCacheNeverAnswersFromMemory() throws Exception {
        Request strict = Kitchen.request(Kitchen.space(String.class, false), "42");
        kitchen.engine().get(strict, () -> "v1");
        kitchen.engine().get(strict, () -> "v1");
        assertThat(strict.counters().hits()).containsEntry(CacheLevel.LEVEL_1, 0L);
    }

    @Test
    void r31MutableValuesAreKeptAsBytes() throws Exception {
        Space arrays = Kitchen.space(int[].class, true);
        Request array = Kitchen.request(arrays, "array");
        kitchen.engine().get(array, () -> new int[] {1});
        ((int[]) kitchen.engine().get(array, () -> null))[0] = 99;
        assertThat(kitchen.engine().get(array, () -> null)).isEqualTo(new int[] {1});
        assertThat(arrays.counters().hits()).containsEntry(CacheLevel.LEVEL_1, 2L);
    }

    @Test
    void r31WithoutThatOneCallerChangesWhatTheNextOneGets() throws Exception {
        Space arrays = Kitchen.space(int[].class, true);
        Space shared = new Space(arrays.policy(), new Shared(arrays.codec()), arrays.counters(), false);
        Request array = Kitchen.request(shared, "array");
        kitchen.engine().get(array, () -> new int[] {1});
        ((int[]) kitchen.engine().get(array, () -> null))[0] = 99;
        assertThat(kitchen.engine().get(array, () -> null)).isEqualTo(new int[] {99});
    }

    /** Says of values that nobody can change them. */
    private record Shared(Codec codec) implements Codec {
        @Override
        public byte[] encode(Entry entry) throws CodecException {
            return codec.encode(entry);
        }

        @Override
        public Entry decode(byte[] bytes) throws CodecException {
            return codec.decode(bytes);
        }

        @Override
        public boolean immutable() {
            return true;
        }

        @Override
        public String fingerprint() {
            return codec.fingerprint();
        }
    }
}
