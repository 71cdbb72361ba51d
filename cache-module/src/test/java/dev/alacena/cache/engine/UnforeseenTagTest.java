package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.MissReason;
import dev.alacena.cache.engine.Flights.Boarding;
import dev.alacena.cache.engine.Flights.Landing;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code by hand, and other methods, ask without the tags that an entry carries; these count all the same, on each level. */
class UnforeseenTagTest {
    private static final String TAG = "user:42";

    private final Kitchen other = Kitchen.open();
    private final Switched link = new Switched();
    private final AtomicReference<Listener> listener = new AtomicReference<>();
    private final Kitchen kitchen =
            Kitchen.open(ignored -> Deaf.capturing(link.between(other.store), listener::set), other.time, link);

    /** A request without tags, for an entry that is there and has one. */
    private Request unaware(boolean near) {
        listener.get().heard(kitchen.time.nanos());
        Space space = Kitchen.space(String.class, near);
        store(space, "v1");
        return Kitchen.request(space, "42");
    }

    private void store(Space space, String value) {
        try {
            assertThat(get(Kitchen.request(space, "42", TAG), value)).isEqualTo(value);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Object get(Request request, String loaded) throws Exception {
        return kitchen.engine().get(request, () -> loaded);
    }

    private Object later(Request request, String loaded) throws Exception {
        return kitchen.cupboard
                .async()
                .get(request, () -> CompletableFuture.completedStage(loaded))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    /** The same request of a caller whose transaction has invalidated a tag. */
    private Request having(Request request, String tag) {
        return request.with(View.since(kitchen.time.nanos()).having(Set.of(tag)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void r7AWriterOfTheTagBypassesTheEntryBothWays(boolean near) throws Exception {
        Request unaware = unaware(near);
        Request writer = having(unaware, TAG);
        assertThat(get(writer, "written")).isEqualTo("written");
        assertThat(later(writer, "written")).isEqualTo("written");
        assertThat(kitchen.cupboard.direct().get(writer)).isEmpty();
        assertThat(unaware.counters().misses()).containsEntry(MissReason.BYPASS, 3L);
        assertThat(get(unaware, "not asked for")).isEqualTo("v1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWriterOfAnotherTagReadsTheEntry(boolean near) throws Exception {
        assertThat(get(having(unaware(near), "user:7"), "not asked for")).isEqualTo("v1");
    }

    @Test
    void r7AWriterOfTheTagDoesNotShareALoadOfItsEntry() {
        Flights flights = new Flights(kitchen.time);
        Request foreseen = Kitchen.request(Kitchen.space(String.class, false), "42", TAG);
        Boarding boarding = flights.board(foreseen);
        kitchen.time.pass(Duration.ofNanos(1));
        flights.loads(boarding.flight());
        Landing loaded = new Landing.Loaded(new byte[0], false);
        View writer = View.FRESH.having(Set.of(TAG));
        assertThat(Flights.landed(boarding.flight(), loaded, boarding.came(), View.FRESH))
                .isEqualTo(loaded);
        assertThat(Flights.landed(boarding.flight(), loaded, boarding.came(), writer))
                .isInstanceOf(Landing.Unshared.class);
    }

    /** An invalidation of the tag that did not arrive, while the store goes on to answer. */
    private void invalidateInVain() {
        link.away(true);
        kitchen.write(Kitchen.tags(TAG), () -> {});
        link.away(false);
        link.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void p2TheNodeThatWroteDoesNotReadTheOldValueWhileItsInvalidationIsOnTheWay(boolean near) throws Exception {
        Request unaware = unaware(near);
        invalidateInVain();
        assertThat(get(unaware, "v2")).isEqualTo("v2");
        assertThat(later(unaware, "v2")).isEqualTo("v2");
        assertThat(kitchen.cupboard.direct().get(unaware)).isEmpty();
        assertThat(unaware.counters().misses()).containsEntry(MissReason.UNAVAILABLE, 3L);
    }

    @Test
    void anotherTagIsReadWhileAnInvalidationIsOnTheWay() throws Exception {
        Request another = Kitchen.request(Kitchen.space(String.class, true), "7", "user:7");
        assertThat(get(another, "v1")).isEqualTo("v1");
        invalidateInVain();
        assertThat(get(Kitchen.request(another.space(), "7"), "not asked for")).isEqualTo("v1");
    }

    @Test
    void r19ACopyIsNotReadWhileAServerThatTookOverMayNotKnowItsTagInvalid() throws Exception {
        kitchen.write(Kitchen.tags(TAG), () -> {});
        Request unaware = unaware(true);
        link.away(true);
        listener.get().replaced();
        link.away(false);
        assertThat(get(unaware, "v2")).isEqualTo("v2");
    }

    /** What a reading gets; null for what the store has. */
    private interface Reading {
        Object answer(Key key, Collection<String> tags);
    }

    /** A node whose readings that ask for the tag are answered otherwise. */
    private Kitchen answered(Reading reading) {
        return Kitchen.open(
                ignored -> Told.before(other.store, (operation, arguments) -> {
                    if (!operation.equals("read")) {
                        return null;
                    }
                    @SuppressWarnings("unchecked") // so it is declared
                    Collection<String> tags = (Collection<String>) arguments[1];
                    return tags.contains(TAG) ? reading.answer((Key) arguments[0], tags) : null;
                }),
                other.time);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void r19AnEntryBelowTheFloorOfItsTagIsNotBelieved(boolean near) throws Exception {
        Request unaware = unaware(near);
        Kitchen node = answered((key, tags) -> other.store
                .read(key, tags)
                .thenApply(found ->
                        new Store.Found(found.bytes(), found.stored(), found.remaining(), found.tags(), true)));
        assertThat(node.cupboard.direct().get(unaware)).isEmpty();
        assertThat(node.engine().get(unaware, () -> "v2")).isEqualTo("v2");
        assertThat(unaware.counters().misses()).containsEntry(MissReason.INVALIDATED, 2L);
    }

    @Test
    void anEntryThatIsReplacedBeforeItsTagIsAskedForIsNotAnswered() throws Exception {
        Request unaware = unaware(false);
        Kitchen node = answered((key, tags) -> {
            other.cupboard.direct().take(unaware);
            store(unaware.space(), "v2");
            return null;
        });
        assertThat(node.engine().get(unaware, () -> "not asked for")).isEqualTo("v2");
    }
}
