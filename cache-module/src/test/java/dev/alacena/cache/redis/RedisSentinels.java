package dev.alacena.cache.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** A real primary with a replica, watched by three Sentinels that know each other from the start. */
final class RedisSentinels implements Servers {
    private static final String NAME = "main";

    private final RedisProcess primary = new RedisProcess(RedisProcess.NOTHING_ON_DISK);
    private final RedisProcess replica = new RedisProcess(Stream.concat(
                    RedisProcess.NOTHING_ON_DISK.stream(), Stream.of("--replicaof", "127.0.0.1", "" + primary.port()))
            .toList());
    private final List<RedisProcess> sentinels = Stream.generate(
                    () -> new RedisProcess(List.of("sentinel.conf", "--sentinel")))
            .limit(3)
            .toList();

    RedisSentinels() {
        start();
    }

    RedisProcess replica() {
        return replica;
    }

    List<RedisProcess> sentinels() {
        return sentinels;
    }

    @Override
    public Topology topology() {
        return new Topology.Sentinel(
                sentinels.stream().map(RedisProcess::url).toList(), NAME, RedisConnection.Login.NONE);
    }

    @Override
    public List<RedisProcess> primaries() {
        return List.of(primary);
    }

    @Override
    public void start() {
        primary.start();
        replica.start();
        Await.until("the replica is in step", () -> replica.info("master_link_status")
                .equals("up"));
        sentinels.forEach(this::configure);
        sentinels.forEach(RedisProcess::start);
    }

    private void configure(RedisProcess sentinel) {
        StringBuilder text = new StringBuilder(
                """
                sentinel myid %2$s
                sentinel monitor %1$s 127.0.0.1 %3$d 2
                sentinel down-after-milliseconds %1$s 300
                sentinel failover-timeout %1$s 5000
                sentinel known-replica %1$s 127.0.0.1 %4$d
                """
                        .formatted(NAME, id(sentinel), primary.port(), replica.port()));
        sentinels.stream()
                .filter(other -> other != sentinel)
                .forEach(other -> text.append(
                        "sentinel known-sentinel %s 127.0.0.1 %d %s%n".formatted(NAME, other.port(), id(other))));
        try {
            Files.writeString(sentinel.folder().resolve("sentinel.conf"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(RedisProcess sentinel) {
        return "%040x".formatted(sentinel.port());
    }

    @Override
    public void stop() {
        all().forEach(RedisProcess::stop);
    }

    private Stream<RedisProcess> all() {
        return Stream.concat(sentinels.stream(), Stream.of(replica, primary));
    }

    @Override
    public void close() {
        all().forEach(RedisProcess::close);
    }
}
