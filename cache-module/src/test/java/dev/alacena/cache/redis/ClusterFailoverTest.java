package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Request;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Sweep;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A Cluster loses a primary or moves a slot: no call fails, other slots are not affected, and all of it mends itself. */
@TestMethodOrder(MethodOrderer.MethodName.class) // by chance the one with the fewest restarts
class ClusterFailoverTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final RedisCluster servers = RedisCluster.shared();
    private Node node;
    private Store store;

    @BeforeEach
    void start() {
        servers.start();
        node = Node.patient(servers.topology());
        store = node.cupboard().store();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    /** A key that this primary has. */
    private Request keyOn(RedisProcess primary) {
        return IntStream.range(0, 1000)
                .mapToObj(i -> node.request("" + i))
                .filter(request -> servers.ownerOf(store.name(request.key())) == primary)
                .findFirst()
                .orElseThrow();
    }

    private String tagOn(RedisProcess primary) {
        return IntStream.range(0, 1000)
                .mapToObj(Integer::toString)
                .filter(tag -> servers.ownerOf("test:tag:{:" + tag + "}") == primary)
                .findFirst()
                .orElseThrow();
    }

    /** Nor with the stream, without which no node can learn of another's formats. */
    private RedisProcess withoutReplica() {
        return servers.primaries().stream()
                .filter(primary -> primary != servers.replicated())
                .filter(primary -> servers.ownerOf("test:{invalidations}") != primary)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void f14ThePrimaryThatDiesTakesNoOtherSlotsWithIt() {
        RedisProcess dying = withoutReplica();
        Request dead = keyOn(dying);
        List<Request> alive = servers.primaries().stream()
                .filter(primary -> primary != dying)
                .map(this::keyOn)
                .toList();
        node.keep(dead, "v");
        alive.forEach(request -> node.keep(request, "v"));
        dying.stop();
        Await.until("the Cluster knows that it died", () -> {
            assertThat(node.hits(dead, "v")).isFalse();
            assertThat(alive).allMatch(request -> node.hits(request, "v"));
            return servers.replicated().call("CLUSTER", "INFO").toString().contains("cluster_slots_fail:5");
        });
        servers.start();
        node.keep(dead, "v");
    }

    @Test
    void f14ReadsThatComeTogetherAreNotGatheredWithThoseOfADeadPrimary() {
        RedisProcess dying = withoutReplica();
        IntStream.range(0, 300).forEach(i -> node.keep(node.request("" + i), "v"));
        dying.stop();
        List<Request> alive = IntStream.range(0, 300)
                .mapToObj(i -> node.request("" + i))
                .filter(request -> servers.ownerOf(store.name(request.key())) != dying)
                .toList();
        Map<Request, CompletableFuture<Store.Found>> found = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            Request request = node.request("" + i);
            found.put(request, store.read(request.key(), List.of()).toCompletableFuture());
        }
        assertThat(alive).isNotEmpty().allSatisfy(request -> assertThat(found.get(request))
                .succeedsWithin(LIMIT)
                .satisfies(entry -> assertThat(entry.bytes()).isNotNull()));
    }

    @Test
    void whatAPrimaryThatDiedWasNotToldIsNeverTakenForDone() {
        RedisProcess dying = withoutReplica();
        List<String> tags = servers.primaries().stream().map(this::tagOn).toList();
        node.keep(keyOn(dying), "v");
        dying.stop();
        assertThat(store.invalidateTags(tags)).failsWithin(LIMIT);
        assertThat(store.sweep(new Sweep.All("users"))).failsWithin(LIMIT);
        assertThat(store.read(keyOn(dying).key(), tags)).failsWithin(LIMIT);
        assertThat(store.server().connected()).isFalse();
    }

    @Test
    void anApplicationThatStartsWithoutOnePrimaryUsesTheOthers() {
        RedisProcess dying = withoutReplica();
        Request dead = keyOn(dying);
        Request alive = keyOn(servers.replicated());
        node.close();
        dying.stop();
        node = Node.patient(servers.topology());
        node.keep(alive, "v");
        assertThat(node.hits(dead, "v")).isFalse();
        servers.start();
        node.keep(dead, "v");
    }

    @Test
    void theReplicaThatIsPromotedServesThoughItNeverSawTheScripts() {
        RedisProcess dying = servers.replicated();
        Request request = keyOn(dying);
        node.keep(request, "v");
        dying.stop();
        Request other = new Request(request.key(), List.of("t"), request.space(), dev.alacena.cache.engine.View.FRESH);
        node.cupboard().direct().take(request);
        node.keep(other, "v");
    }

    @Test
    void r19AFailoverOfAShardThatHasNoStreamIsNoticedToo() {
        RedisProcess old = servers.replicated();
        Request request = keyOn(old);
        node.keep(request, "v");
        String name = store.name(request.key());
        String companion = name.substring(0, name.lastIndexOf(':')) + ":w";
        assertThat(node.cupboard().direct().take(request)).isTrue();
        String invalidated = (String) old.call("HGET", companion, "i");
        RedisProcess replica = servers.replica();
        replica.call("CLUSTER", "FAILOVER");
        Await.until("it is promoted", () -> replica.info("role").equals("master"));
        Await.until("the new primary is told again what the old one had confirmed", () -> {
            Object again = replica.call("HGET", companion, "i");
            return again != null && Long.parseLong((String) again) > Long.parseLong(invalidated);
        });
    }

    @Test
    void f13ASlotThatMovesIsNotUsedUntilItHasMoved() {
        RedisProcess source = withoutReplica();
        RedisProcess target = servers.replicated();
        Request stored = keyOn(source);
        String name = store.name(stored.key());
        String slot = source.call("CLUSTER", "KEYSLOT", name).toString();
        node.keep(stored, "v");
        target.call("CLUSTER", "SETSLOT", slot, "IMPORTING", id(source));
        source.call("CLUSTER", "SETSLOT", slot, "MIGRATING", id(target));
        assertThat(node.hits(stored, "v")).isTrue();
        assertThat(store.invalidate(stored.key())).failsWithin(LIMIT);
        source.call("MIGRATE", "127.0.0.1", "" + target.port(), name, "0", "5000");
        assertThat(node.hits(stored, "v")).isTrue();
        servers.primaries().forEach(node -> node.call("CLUSTER", "SETSLOT", slot, "NODE", id(target)));
        assertThat(node.hits(stored, "v")).isTrue();
        assertThat(node.cupboard().direct().take(stored)).isTrue();
        node.keep(stored, "w");
    }

    @Test
    void aSlotThatNobodyServesIsAnsweredByTheLoader() {
        RedisProcess owner = withoutReplica();
        Request request = keyOn(owner);
        String tag = tagOn(owner);
        String slot =
                owner.call("CLUSTER", "KEYSLOT", store.name(request.key())).toString();
        String slotOfTag =
                owner.call("CLUSTER", "KEYSLOT", "test:tag:{:" + tag + "}").toString();
        node.keep(request, "v");
        owner.call("CLUSTER", "DELSLOTS", slot, slotOfTag);
        assertThat(node.hits(request, "w")).isFalse();
        assertThat(store.invalidateTags(List.of(tagOn(servers.replicated()), tag)))
                .failsWithin(LIMIT);
        owner.call("CLUSTER", "ADDSLOTS", slot, slotOfTag);
        node.keep(request, "v");
    }

    private static String id(RedisProcess node) {
        return (String) node.call("CLUSTER", "MYID");
    }
}
