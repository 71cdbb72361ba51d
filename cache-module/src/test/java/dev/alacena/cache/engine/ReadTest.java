package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.alacena.api.CacheLevel;
import dev.alacena.api.MissReason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a read does when nobody else is at work. */
class ReadTest {
    private final Kitchen kitchen = Kitchen.open();
    private final Space space = Kitchen.space(String.class, false);
    private final Request request = Kitchen.request(space, "42");
    private final AtomicInteger loads = new AtomicInteger();

    private Object load() {
        return "v" + loads.incrementAndGet();
    }

    @Test
    void theFirstReadLoadsAndTheSecondDoesNot() throws Exception {
        assertThat(kitchen.engine().get(request, this::load)).isEqualTo("v1");
        assertThat(kitchen.engine().get(request, this::load)).isEqualTo("v1");
        assertThat(space.counters().hits()).containsEntry(CacheLevel.LEVEL_2, 1L);
        assertThat(space.counters().misses()).containsEntry(MissReason.COLD, 1L);
        assertThat(space.counters().of(Counters.Event.FILL)).isEqualTo(1);
    }

    @Test
    void anEntryIsLoadedAnewWhenItsTimeToLiveIsOver() throws Exception {
        kitchen.engine().get(request, this::load);
        kitchen.time.pass(Kitchen.TTL.minusMillis(1));
        assertThat(kitchen.engine().get(request, this::load)).isEqualTo("v1");
        kitchen.time.pass(Duration.ofMillis(1));
        assertThat(kitchen.engine().get(request, this::load)).isEqualTo("v2");
    }

    @Test
    void nullIsAnAnswerForItsOwnTime() throws Exception {
        kitchen.engine().get(request, () -> null);
        assertThat(kitchen.engine().get(request, this::load)).isNull();
        kitchen.time.pass(Kitchen.NULL_TTL);
        assertThat(kitchen.engine().get(request, this::load)).isEqualTo("v1");
    }

    @Test
    void falsyValuesAreAnswers() throws Exception {
        Request zero = Kitchen.request(Kitchen.space(Integer.class, false), "zero");
        kitchen.engine().get(zero, () -> 0);
        assertThat(kitchen.engine().get(zero, () -> 7)).isEqualTo(0);
        kitchen.engine().get(request, () -> "");
        assertThat(kitchen.engine().get(request, this::load)).isEqualTo("");
    }

    @Test
    void anExceptionReachesTheCallerUntouchedAndIsNotStored() throws Exception {
        IOException thrown = new IOException("database");
        assertThatThrownBy(() -> kitchen.engine().get(request, () -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(kitchen.engine().get(request, this::load)).isEqualTo("v1");
        assertThat(space.counters().of(Counters.Event.LOAD_FAILURE)).isEqualTo(1);
    }

    @Test
    void anErrorOfTheLoaderGivesTheLeaseBack() throws Exception {
        assertThatThrownBy(() -> kitchen.engine().get(request, () -> {
                    throw new AssertionError("loader");
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(kitchen.secondNode().engine().get(request, this::load)).isEqualTo("v1");
        assertThat(kitchen.engine().get(request, this::load)).isEqualTo("v1");
    }

    @Test
    void aValueThatCannotBeWrittenIsAnsweredAndNotStored() throws Exception {
        Object odd = new Object();
        assertThat(kitchen.engine().get(request, () -> odd)).isSameAs(odd);
        assertThat(kitchen.engine().get(request, this::load)).isEqualTo("v1");
        assertThat(space.counters().of(Counters.Event.FAULT)).isEqualTo(1);
    }

    @Test
    void bytesThatCannotBeReadAreACountedMissAndReplaced() throws Exception {
        kitchen.store.put(request.key(), new Store.Value(new byte[] {1, 2, 3}, Kitchen.TTL));
        assertThat(kitchen.engine().get(request, this::load)).isEqualTo("v1");
        assertThat(kitchen.engine().get(request, this::load)).isEqualTo("v1");
        assertThat(space.counters().misses()).containsEntry(MissReason.UNDECODABLE, 1L);
    }

    @Test
    void aCallerThatMustBypassNeitherReadsNorStores() throws Exception {
        kitchen.engine().get(request, this::load);
        Request bypass = new Request(request.key(), List.of(), space, View.CHANGED);
        assertThat(kitchen.engine().get(bypass, this::load)).isEqualTo("v2");
        assertThat(kitchen.engine().get(request, this::load)).isEqualTo("v1");
    }

    @Test
    void aCacheThatIsSwitchedOffLoadsEachTime() throws Exception {
        Policy off = new Policy("users", false, true, 10, space.policy().times());
        Request disabled = new Request(request.key(), List.of(), space.with(off), View.FRESH);
        kitchen.engine().get(disabled, this::load);
        assertThat(kitchen.engine().get(disabled, this::load)).isEqualTo("v2");
    }

    @Test
    void nestedReadsOfTheSameKeyDoNotWaitForThemselves() throws Exception {
        Object answer =
                kitchen.engine().get(request, () -> "outer " + kitchen.engine().get(request, this::load));
        assertThat(answer).isEqualTo("outer v1");
    }

    @Test
    void whoeverChangesAnAnswerChangesItForItselfOnly() throws Exception {
        Space lists = Kitchen.space(new TypeReference<List<String>>() {}.getType(), true);
        Request list = Kitchen.request(lists, "list");
        Object own = kitchen.engine().get(list, () -> new ArrayList<>(List.of("a")));
        ((List<?>) own).clear();
        Object second = kitchen.engine().get(list, () -> null);
        ((List<?>) second).clear();
        assertThat(kitchen.engine().get(list, () -> null)).isEqualTo(List.of("a"));
    }
}
