package dev.alacena.cache.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A real Cluster of three primaries, one of them with a replica. It takes two seconds to become whole, so that there is one
 * for all tests, which ends with this JVM.
 */
public final class RedisCluster implements Servers {
    private static RedisCluster shared;

    private static final int SLOTS = 16_384;
    private static final List<String> ARGUMENTS = Stream.concat(
                    RedisProcess.NOTHING_ON_DISK.stream(),
                    Stream.of(
                            "--cluster-enabled yes",
                            "--cluster-node-timeout 1000",
                            "--cluster-require-full-coverage no",
                            "--repl-diskless-sync yes",
                            "--repl-diskless-sync-delay 0"))
            .flatMap(argument -> Stream.of(argument.split(" ", -1)))
            .toList();

    private final List<RedisProcess> nodes =
            Stream.generate(() -> new RedisProcess(ARGUMENTS)).limit(4).toList();

    /** Perhaps not running. */
    public static synchronized RedisCluster shared() {
        if (shared == null) {
            shared = new RedisCluster();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> shared.nodes.forEach(RedisProcess::close)));
        }
        return shared;
    }

    private RedisCluster() {
        nodes.forEach(RedisProcess::start);
        for (int i = 0; i < 3; i++) {
            nodes.get(i).call("CLUSTER", "SET-CONFIG-EPOCH", "" + (i + 1));
            nodes.get(i).call(addSlots(i));
        }
        RedisProcess first = nodes.get(0);
        RedisProcess replica = nodes.get(3);
        nodes.stream().skip(1).forEach(node -> node.call("CLUSTER", "MEET", "127.0.0.1", "" + first.port()));
        String id = (String) first.call("CLUSTER", "MYID");
        Await.until("the replica knows the first", () -> known(replica).contains(id + " 127.0.0.1"));
        replica.call("CLUSTER", "REPLICATE", id);
        start();
    }

    private static String[] addSlots(int primary) {
        List<String> words = new ArrayList<>(List.of("CLUSTER", "ADDSLOTS"));
        IntStream.range(SLOTS * primary / 3, SLOTS * (primary + 1) / 3).forEach(slot -> words.add("" + slot));
        return words.toArray(String[]::new);
    }

    /** The primary that has the slot of a key. */
    RedisProcess ownerOf(String key) {
        return owners().floorEntry((Long) nodes.get(0).call("CLUSTER", "KEYSLOT", key))
                .getValue();
    }

    /** The primary with the replica. */
    RedisProcess replicated() {
        return primaries().stream()
                .filter(primary -> primary.info("connected_slaves").equals("1"))
                .findFirst()
                .orElseThrow();
    }

    RedisProcess replica() {
        List<RedisProcess> primaries = primaries();
        return nodes.stream()
                .filter(node -> !primaries.contains(node))
                .findFirst()
                .orElseThrow();
    }

    /** By the first slot of each range, as one of the nodes has it. */
    private NavigableMap<Long, RedisProcess> owners() {
        NavigableMap<Long, RedisProcess> owners = new TreeMap<>();
        for (Object range : (List<?>) nodes.get(0).call("CLUSTER", "SLOTS")) {
            List<?> parts = (List<?>) range;
            Object port = ((List<?>) parts.get(2)).get(1);
            owners.put(
                    (Long) parts.get(0),
                    nodes.stream()
                            .filter(node -> port.equals((long) node.port()))
                            .findFirst()
                            .orElseThrow());
        }
        return owners;
    }

    @Override
    public Topology topology() {
        return new Topology.Cluster(
                nodes.stream().limit(2).map(RedisProcess::url).toList());
    }

    @Override
    public List<RedisProcess> primaries() {
        return owners().values().stream().distinct().toList();
    }

    @Override
    public void start() {
        nodes.forEach(RedisProcess::start);
        Await.until("the Cluster is whole", () -> nodes.stream().allMatch(RedisCluster::whole));
        primaries().forEach(primary -> primary.call("FLUSHALL"));
    }

    private static boolean whole(RedisProcess node) {
        String info = (String) node.call("CLUSTER", "INFO");
        return info.contains("cluster_state:ok")
                && info.contains("cluster_slots_ok:" + SLOTS)
                && info.contains("cluster_known_nodes:4")
                && known(node).contains("slave")
                && !known(node).contains("fail")
                && !node.info("master_link_status").equals("down");
    }

    private static String known(RedisProcess node) {
        return (String) node.call("CLUSTER", "NODES");
    }

    @Override
    public void stop() {
        nodes.forEach(RedisProcess::stop);
    }

    @Override
    public void close() {
        // the next test needs it
    }
}
