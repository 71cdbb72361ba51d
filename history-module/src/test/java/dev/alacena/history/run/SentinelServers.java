package dev.alacena.history.run;

import dev.alacena.history.nemesis.Proxy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A primary and its replica, watched by a Sentinel that does as the nemesis says: on a machine that is busy it would make
 * failovers of its own, of which the checker knows nothing. The processes learn from it where the primary is, so their links
 * are not those of proxies.
 */
final class SentinelServers implements Servers {
    private static final String NAME = "main";
    private static final String CONFIGURATION =
            """
            sentinel monitor %1$s %2$s %3$d 1
            sentinel down-after-milliseconds %1$s 60000
            sentinel failover-timeout %1$s 10000
            """;

    /** For so long nothing reaches the replica before its primary dies: what is confirmed meanwhile is lost. */
    private static final long LOST = TimeUnit.MILLISECONDS.toNanos(200);

    private final RedisProcess sentinel;
    private RedisProcess primary;
    private RedisProcess replica;

    SentinelServers(Path directory, Guard guard) throws IOException {
        Path home = directory.resolve("redis");
        primary = new RedisProcess(home.resolve("one"), guard);
        replica = new RedisProcess(home.resolve("other"), guard);
        sentinel = new RedisProcess(home.resolve("sentinel"), guard);
        primary.start("--repl-diskless-sync-delay", "0");
        follow();
        sentinel.startSentinel(CONFIGURATION.formatted(NAME, RedisProcess.HOST, primary.port()));
    }

    private void follow() throws IOException {
        replica.start(
                "--repl-diskless-sync-delay", "0", "--replicaof", RedisProcess.HOST, Integer.toString(primary.port()));
    }

    @Override
    public Proxy link() throws IOException {
        return new Proxy(sentinel.port());
    }

    @Override
    public Map<String, String> settings(Proxy link) {
        return Map.of(
                "alacena.redis.sentinels",
                "redis://%s:%d".formatted(RedisProcess.HOST, sentinel.port()),
                "alacena.redis.master-name",
                NAME);
    }

    @Override
    public boolean canFailOver() {
        return true;
    }

    @Override
    public boolean failOver() throws IOException {
        RedisProcess.until("the replica is in step", () -> replica.says("master_link_status:up"));
        RedisProcess.until("the Sentinel knows it", () -> sentinel.ask("SENTINEL REPLICAS " + NAME)
                .contains("master-link-status ok"));
        separate();
        LockSupport.parkNanos(LOST);
        primary.kill();
        promote();
        follow();
        return true;
    }

    /** The replica does not come back to its primary: it has a password that nobody asks for. */
    private void separate() throws IOException {
        replica.ask("CONFIG SET masterauth nobody");
        primary.ask("CLIENT KILL TYPE replica");
    }

    private void promote() throws IOException {
        sentinel.ask("SENTINEL FAILOVER " + NAME);
        RedisProcess promoted = replica;
        RedisProcess.until("the replica is the primary", () -> promoted.says("role:master"));
        RedisProcess.until("the Sentinel says so", () -> sentinel.ask("SENTINEL GET-MASTER-ADDR-BY-NAME " + NAME)
                .endsWith(" " + promoted.port()));
        // it closes all connections when it becomes the primary
        RedisProcess.until("it asks for no password", () -> promoted.ask("CONFIG SET masterauth \"\"")
                .equals("OK"));
        replica = primary;
        primary = promoted;
    }

    @Override
    public void command(String command) throws IOException {
        primary.ask(command);
    }

    @Override
    public void kill() throws IOException {
        primary.kill();
    }

    @Override
    public void start() throws IOException {
        primary.start();
    }

    @Override
    public void freeze() throws IOException {
        primary.send(Signal.STOP);
    }

    @Override
    public void thaw() throws IOException {
        primary.send(Signal.CONT);
    }

    @Override
    public void close() {
        sentinel.close();
        replica.close();
        primary.close();
    }
}
