package dev.alacena.cache.redis;

import dev.alacena.api.ServerStatistics;
import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Sweep;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/**
 * Level 2. Reads are plain commands; every step that writes is one script on one slot, so the same code runs on a single
 * server, on Sentinel and on Cluster. Thread-safe; owns its client.
 */
public final class RedisStore implements Store {
    /** An entry in Redis begins with the server's time, in milliseconds, at which it ends. */
    private static final int STAMP = Long.BYTES;

    /** How long a writer may take between the two steps of storing. */
    private static final Duration STEP = Duration.ofSeconds(2);

    private final RedissonClient client;
    private final RScript scripts;
    private final Keyspace keyspace;
    private final ServerClock time;
    private final Sweeper sweeper;
    private final TagVersions tagVersions;
    private final RedisServer server;

    public RedisStore(RedissonClient client, Keyspace keyspace, Clock clock, Executor executor) {
        this.client = client;
        this.scripts = client.getScript(ByteArrayCodec.INSTANCE);
        this.keyspace = keyspace;
        this.time = new ServerClock(clock);
        this.sweeper = new Sweeper(client, keyspace, executor);
        this.tagVersions = new TagVersions(client, keyspace);
        this.server = new RedisServer(client, time);
    }

    @Override
    public CompletionStage<Found> read(Key key, Collection<String> tags) {
        return tags.isEmpty()
                ? client.<byte[]>getBucket(keyspace.entry(key), ByteArrayCodec.INSTANCE)
                        .getAsync()
                        .thenApply(bytes -> found(bytes, Map.of()))
                : tagVersions
                        .readWith(keyspace.entry(key), tags)
                        .thenApply(read -> found(read.bytes(), read.versions()));
    }

    @Override
    public CompletionStage<Claim> claim(Key key, Lease lease) {
        byte[] rejected = lease.rejected();
        String hash = rejected == null ? "" : sha1(rejected);
        return run(
                        Script.CLAIM,
                        pair(key),
                        leaseField(key),
                        lease.token(),
                        lease.ttl().toMillis(),
                        hash)
                .thenApply(RedisStore::claim);
    }

    @Override
    public CompletionStage<Boolean> fill(Key key, String token, Value value) {
        return yes(
                run(Script.FILL, pair(key), leaseField(key), token, value.ttl().toMillis(), value.bytes()));
    }

    @Override
    public CompletionStage<Boolean> abandon(Key key, String token) {
        return yes(run(Script.ABANDON, List.of(keyspace.companion(key)), leaseField(key), token));
    }

    /** In two steps: what a script stores after it has deleted, the server's bound on memory does not stop. */
    @Override
    public CompletionStage<Boolean> put(Key key, Value value) {
        String token = "put:" + UUID.randomUUID();
        return yes(run(Script.TAKE, pair(key), leaseField(key), token, STEP.toMillis()))
                .thenCompose(taken -> taken ? fill(key, token, value) : CompletableFuture.completedStage(false));
    }

    @Override
    public CompletionStage<Boolean> invalidate(Key key) {
        return yes(run(Script.INVALIDATE, pair(key)));
    }

    @Override
    public CompletionStage<Boolean> raise(Key key, String fence, Duration ttl) {
        return yes(run(Script.RAISE, pair(key), "f:" + fence, ttl.toMillis()));
    }

    /** In two steps, as {@link #put}: the fence becomes a lease, if it was alone. */
    @Override
    public CompletionStage<Boolean> lower(Key key, String fence, @Nullable Value value) {
        if (value == null) {
            return yes(run(Script.LOWER, pair(key), "f:" + fence)).thenApply(taken -> false);
        }
        return yes(run(Script.LOWER, pair(key), "f:" + fence, leaseField(key), fence, STEP.toMillis()))
                .thenCompose(taken -> taken ? fill(key, fence, value) : CompletableFuture.completedStage(false));
    }

    @Override
    public CompletionStage<Boolean> raiseTag(String tag, String fence, Duration ttl) {
        return yes(run(Script.RAISE, pair(tag), "f:" + fence, ttl.toMillis()));
    }

    @Override
    public CompletionStage<Boolean> lowerTag(String tag, String fence) {
        return yes(run(Script.LOWER, pair(tag), "f:" + fence));
    }

    @Override
    public CompletionStage<Optional<Duration>> remaining(Key key) {
        return client.getBucket(keyspace.entry(key), ByteArrayCodec.INSTANCE)
                .remainTimeToLiveAsync()
                .thenApply(
                        millis -> Optional.of(millis).filter(left -> left >= 0).map(Duration::ofMillis));
    }

    @Override
    public CompletionStage<Map<String, Long>> tags(Collection<String> tags, Duration ttl) {
        return tagVersions.current(scripts, tags, ttl);
    }

    @Override
    public CompletionStage<Void> invalidateTags(List<String> tags) {
        return tagVersions.forget(tags);
    }

    @Override
    public CompletionStage<Long> sweep(Sweep sweep) {
        return sweeper.sweep(sweep);
    }

    @Override
    public ServerStatistics server() {
        return server.statistics();
    }

    @Override
    public String name(Key key) {
        return keyspace.entry(key);
    }

    @Override
    public void close() {
        client.shutdown();
    }

    private List<Object> pair(Key key) {
        return List.of(keyspace.entry(key), keyspace.companion(key));
    }

    private List<Object> pair(String tag) {
        return List.of(keyspace.tag(tag), keyspace.tagCompanion(tag));
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String leaseField(Key key) {
        return "l:" + key.fingerprint();
    }

    private CompletionStage<Long> run(Script script, List<Object> keys, Object... arguments) {
        long sent = time.nanos();
        return script.run(scripts, keys, arguments).thenApply(answer -> {
            time.set((Long) answer.get(1), sent);
            return (Long) answer.get(0);
        });
    }

    private static Claim claim(long code) {
        return switch ((int) code) {
            case 1 -> Claim.GRANTED;
            case 2 -> Claim.FILLED;
            case 3 -> Claim.HELD;
            default -> Claim.FENCED;
        };
    }

    private static CompletionStage<Boolean> yes(CompletionStage<Long> code) {
        return code.thenApply(one -> one == 1);
    }

    private Found found(byte @Nullable [] stored, Map<String, Long> versions) {
        if (stored == null) {
            return new Found(null, Duration.ZERO, versions);
        }
        if (stored.length < STAMP) {
            return new Found(new byte[0], Duration.ZERO, versions);
        }
        byte[] bytes = Arrays.copyOfRange(stored, STAMP, stored.length);
        return new Found(bytes, time.until(ByteBuffer.wrap(stored).getLong()), versions);
    }
}
