package dev.alacena.cache.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.FakeTime;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Near;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Sweep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many keys there are, memory holds so many and no more. */
class BoundsTest {
    private static final int MOST = 100;
    private static final Duration LONG = Duration.ofHours(1);

    private final FakeTime time = new FakeTime();

    private static List<Key> keys() {
        return IntStream.range(0, 10 * MOST)
                .mapToObj(i -> new Key("users", "" + i, "0a0b0c0d"))
                .toList();
    }

    @Test
    void s5Level1IsBounded() {
        NearCache near = new NearCache(LONG, time);
        near.heard(time.nanos());
        Policy policy = new Policy("users", true, true, MOST, new Policy.Times(LONG, LONG, LONG));
        for (Key key : keys()) {
            Near.Seat seat = near.reserve(policy, key);
            near.fill(key, seat, new Near.Copy("value", Map.of(), time.nanos(), LONG));
        }
        assertThat(keys().stream().filter(key -> near.find(key) != null)).hasSizeBetween(1, MOST);
        assertThat(near.size("users")).isBetween(1L, (long) MOST);
        assertThat(near.evictions("users")).isGreaterThanOrEqualTo(9 * MOST);
    }

    @Test
    void s5TheStoreInMemoryIsBounded() {
        MemoryStore store = new MemoryStore(MOST, LONG, time);
        for (Key key : keys()) {
            store.put(key, new Store.Value(new byte[1], LONG));
        }
        assertThat(store.list(Sweep.Names.of(List.of("*")), 10 * MOST)
                        .toCompletableFuture()
                        .join())
                .hasSizeBetween(1, MOST);
    }
}
