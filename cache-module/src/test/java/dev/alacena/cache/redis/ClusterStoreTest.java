package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Sweep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A Cluster keeps the contract, whatever the slots of keys and tags. */
class ClusterStoreTest extends RedisStoreTest {
    private static final List<String> HOSTILE =
            List.of("", "}", "{", "{}", "}{", "{a}{b}", "a}b{c", "\u0000\r\n", "ключ", "€😀", "*?[a]\\", " ");

    private static final List<String> MANY =
            IntStream.range(0, 100).mapToObj(Integer::toString).toList();

    @Override
    protected Servers servers() {
        RedisCluster cluster = RedisCluster.shared();
        cluster.start();
        return cluster;
    }

    private static Store.Value value() {
        return new Store.Value(bytes("v"), LONG);
    }

    @Test
    void allKeysOfAnEntryShareASlotWhateverItsTextIs() {
        for (String text : HOSTILE) {
            Key key = new Key("users", text, "0a0b0c0d");
            assertThat(get(store.claim(key, new Store.Lease("a", LONG, null, Duration.ZERO)))
                            .answer())
                    .isEqualTo(Store.Answer.GRANTED);
            assertThat(get(store.fill(key, "a", value()))).isTrue();
            assertThat(get(store.raise(key, "f", LONG))).isTrue();
            assertThat(get(store.lower(key, "f", value()))).isTrue();
            assertThat(get(store.put(key, value()))).isTrue();
            assertThat(get(store.read(key, List.of("t"))).bytes()).isEqualTo(bytes("v"));
            assertThat(get(store.invalidate(key))).isTrue();
        }
    }

    @Test
    void allKeysOfATagShareASlotWhateverItIs() {
        for (String tag : HOSTILE) {
            assertThat(get(store.tags(List.of(tag), LONG, Duration.ZERO))).containsOnlyKeys(tag);
            get(store.raiseTag(tag, "f", LONG));
            assertThat(get(store.tags(List.of(tag), LONG, Duration.ZERO))).isEmpty();
            get(store.lowerTag(tag, "f"));
        }
    }

    @Test
    void tagsOfAllShardsAreReadWithAnEntry() {
        get(store.put(KEY, value()));
        Map<String, Long> versions = get(store.tags(MANY, LONG, Duration.ZERO));
        assertThat(versions).containsOnlyKeys(MANY);
        Store.Found found = get(store.read(KEY, MANY));
        assertThat(found.bytes()).isEqualTo(bytes("v"));
        assertThat(found.tags()).isEqualTo(versions);
    }

    @Test
    void tagsOfAllShardsAreInvalidatedTogether() {
        get(store.tags(MANY, LONG, Duration.ZERO));
        get(store.invalidateTags(MANY));
        assertThat(get(store.read(KEY, MANY)).tags()).isEmpty();
    }

    @Test
    void aSweepReachesAllShards() {
        MANY.forEach(text -> get(store.put(new Key("many", text, "0a0b0c0d"), value())));
        assertThat(servers.primaries()).hasSize(3).allMatch(primary -> entries(primary) > 0);
        assertThat(get(store.sweep(new Sweep.All("many")))).isEqualTo(100);
        assertThat(servers.primaries()).allMatch(primary -> entries(primary) == 0);
    }

    private static int entries(RedisProcess primary) {
        return ((List<?>) primary.call("KEYS", "test:{many:*}:0a0b0c0d")).size();
    }

    @Test
    void statisticsAreTheSumsOfAllPrimaries() {
        MANY.forEach(text -> get(store.put(new Key("many", text, "0a0b0c0d"), value())));
        assertThat(store.server().connected()).isTrue();
        assertThat(store.server().keysCount())
                .isEqualTo(servers.primaries().stream()
                        .mapToLong(primary -> (Long) primary.call("DBSIZE"))
                        .sum());
        assertThat(store.server().usedMemory())
                .isGreaterThan(Long.parseLong(servers.primaries().get(0).info("used_memory")));
    }
}
