package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Changes;
import dev.alacena.cache.engine.Fence;
import dev.alacena.cache.engine.Request;
import dev.alacena.cache.engine.Store;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A server that is full and throws anything out at any time: entries, leases, fences, versions of tags. */
class EvictionStormTest {
    private static final int ROUNDS = 30;
    private static final int FLOOD = 20;
    private static final Store.Value BIG = new Store.Value(new byte[100_000], Duration.ofMinutes(1));

    private final RedisProcess redis = new RedisProcess();
    private final Node writer = Node.patient(redis.topology());
    private final Node reader = Node.patient(redis.topology());

    @Test
    void f9NobodyReadsAnOldValueWhateverIsEvicted() {
        try (redis;
                writer;
                reader) {
            Request key = reader.request("42");
            Request tagged = reader.request("43", "t");
            reader.keep(key, "v");
            redis.call("CONFIG", "SET", "maxmemory-policy", "allkeys-random");
            redis.call("CONFIG", "SET", "maxmemory", "" + (Long.parseLong(redis.info("used_memory")) + (1 << 20)));
            for (int i = 1; i <= ROUNDS; i++) {
                round(key, tagged, i);
            }
            assertThat(Long.parseLong(redis.info("evicted_keys"))).isGreaterThan(ROUNDS);
        }
    }

    /** A write, with reads before its commit and after it. */
    private void round(Request key, Request tagged, int version) {
        Changes changes = new Changes(Map.of(key.key(), writer.space().counters()), Set.of("t"), Set.of());
        Fence fence = writer.cupboard().writes().writer();
        writer.cupboard().writes().raise(fence, changes);
        flood(version);
        String old = "v" + (version - 1);
        assertThat(reader.read(key, old)).isEqualTo(old);
        assertThat(reader.read(tagged, old)).isEqualTo(old);
        flood(version);
        writer.cupboard().writes().committed(fence, changes, Map.of());
        String now = "v" + version;
        assertThat(reader.read(key, now)).isEqualTo(now);
        assertThat(reader.read(tagged, now)).isEqualTo(now);
        flood(version);
        assertThat(writer.read(key, now)).isEqualTo(now);
        assertThat(writer.read(tagged, now)).isEqualTo(now);
    }

    private void flood(int round) {
        Store store = writer.cupboard().store();
        for (int i = 0; i < FLOOD; i++) {
            store.put(writer.request("flood " + round % 2 + " " + i).key(), BIG)
                    .toCompletableFuture()
                    .join();
        }
    }
}
