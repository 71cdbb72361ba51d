package dev.alacena.cache.redis;

import dev.alacena.api.ServerStatistics;
import dev.alacena.cache.engine.Announcement;
import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Listener;
import dev.alacena.cache.engine.RevocationCopy;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Sweep;
import dev.alacena.cache.engine.Throttle;
import dev.alacena.cache.engine.event.EventStore;
import dev.alacena.cache.redis.Scripts.Call;
import dev.alacena.cache.redis.Scripts.Reply;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/**
 * Level 2. Reads are plain commands; every step that writes is one script on one slot, so the same code runs on a single
 * server, on Sentinel and on Cluster. Thread-safe; owns its client.
 */
public final class RedisStore implements Store {
    /** An entry in Redis begins with the server's times, in milliseconds, at which it ends and at which its load began. */
    private static final int STAMPS = 2 * Long.BYTES;

    /** How long a writer may take between the two steps of storing. */
    private static final Duration STEP = Duration.ofSeconds(2);

    private final Base base;
    private final Keyspace keyspace;
    private final Scripts scripts;
    private final ServerClock time;
    private final Stream stream;
    private final Floors floors;
    private final Formats formats;
    private final Reads reads;
    private final Writer writer;
    private final Sweeper sweeper;
    private final Lister lister;
    private final TagVersions tagVersions;
    private final RedisServer server;
    private final RevocationCopy revocations;
    private final Throttle throttle;
    private final EventStore events;
    private final List<Thread> hearing = new CopyOnWriteArrayList<>();

    /**
     * What the store stands on.
     *
     * @param client to be closed with the store
     * @param hearing another, for the stream alone, so that neither waits for the other; closed with the store
     * @param clock monotonic
     * @param executor for what takes longer than one command
     */
    public record Base(RedissonClient client, RedissonClient hearing, Clock clock, Executor executor) {}

    /**
     * How the store behaves.
     *
     * @param namespace first part of all keys
     * @param journal for how long an invalidation is remembered
     * @param maxStaleness after which a node that does not hear is deaf
     * @param replicas that have to confirm an invalidation
     */
    public record Rules(String namespace, Duration journal, Duration maxStaleness, Replicas replicas) {
        /** Rules under which nobody waits for replicas. */
        Rules(String namespace, Duration journal, Duration maxStaleness) {
            this(namespace, journal, maxStaleness, Replicas.NONE);
        }
    }

    private final Rules rules;

    public RedisStore(Base base, Rules rules) {
        this.base = base;
        this.rules = rules;
        this.keyspace = new Keyspace(rules.namespace());
        this.time = new ServerClock(base.clock());
        this.scripts = new Scripts(base.client(), time);
        this.stream = new Stream(new Scripts(base.hearing(), time), keyspace, rules.journal());
        this.floors = new Floors(rules.journal(), base.clock(), time);
        this.formats = new Formats(scripts, keyspace, rules.maxStaleness(), base.clock());
        this.reads = Shards.of(base.client());
        this.writer = new Writer(scripts, keyspace, new Writer.Tidings(stream, floors, formats), rules);
        this.sweeper = new Sweeper(base.client(), keyspace, scripts, rules.journal(), base.executor());
        this.lister = new Lister(base.client(), keyspace, base.executor());
        this.tagVersions = new TagVersions(keyspace, scripts);
        this.server = new RedisServer(base.client(), time);
        this.revocations = new RedisRevocations(scripts, keyspace, stream);
        this.throttle = new RedisThrottle(base.client(), scripts, time, keyspace);
        this.events = new RedisEvents(scripts, base.hearing(), keyspace);
    }

    /** Events that are kept on the same servers. */
    EventStore events() {
        return events;
    }

    /** Limits that are counted on the same servers. */
    Throttle throttle() {
        return throttle;
    }

    @Override
    public CompletionStage<Found> read(Key key, Collection<String> tags) {
        List<String> names = new ArrayList<>(1 + tags.size());
        names.add(keyspace.entry(key));
        tags.forEach(tag -> names.add(keyspace.tag(tag)));
        return reads.read(names).thenApply(values -> found(key, tags, values));
    }

    @Override
    public CompletionStage<Claim> claim(Key key, Lease lease) {
        return formats.settled(key)
                .thenCompose(settled -> settled
                        ? granted(key, lease)
                        : CompletableFuture.completedStage(new Claim(Answer.FENCED, false)));
    }

    private CompletionStage<Claim> granted(Key key, Lease lease) {
        byte[] rejected = lease.rejected();
        String hash = rejected == null ? "" : sha1(rejected);
        long age = ServerClock.atLeast(lease.age());
        return scripts.run(call(
                        Script.CLAIM,
                        key,
                        leaseField(key),
                        lease.token(),
                        lease.ttl().toMillis(),
                        hash,
                        age))
                .thenCompose(reply -> {
                    Claim claim = claim(reply);
                    boolean loads = claim.answer() == Answer.GRANTED || claim.answer() == Answer.HELD;
                    return age == 0 || !loads
                            ? CompletableFuture.completedStage(claim)
                            : unlessSwept(key, lease, claim);
                });
    }

    /** A sweep leaves no trace beside keys that it did not find. */
    private CompletionStage<Claim> unlessSwept(Key key, Lease lease, Claim claim) {
        return scripts.run(new Call(
                        Script.SINCE,
                        List.of(keyspace.swept()),
                        ServerClock.atLeast(lease.age()),
                        key.cache(),
                        Sweep.EVERY_CACHE))
                .thenCompose(reply -> {
                    if (!reply.yes()) {
                        return CompletableFuture.completedStage(claim);
                    }
                    Claim outdated = new Claim(Answer.OUTDATED, claim.lately());
                    return claim.answer() == Answer.GRANTED
                            ? abandon(key, lease.token()).thenApply(done -> outdated)
                            : CompletableFuture.completedStage(outdated);
                });
    }

    @Override
    public CompletionStage<Boolean> fill(Key key, String token, Value value) {
        return yes(scripts.run(
                call(Script.FILL, key, leaseField(key), token, value.ttl().toMillis(), value.bytes())));
    }

    @Override
    public CompletionStage<Boolean> abandon(Key key, String token) {
        return yes(scripts.run(new Call(Script.ABANDON, List.of(keyspace.companion(key)), leaseField(key), token)));
    }

    /** In two steps: what a script stores after it has deleted, the server's bound on memory does not stop. */
    @Override
    public CompletionStage<Boolean> put(Key key, Value value) {
        String token = "put:" + UUID.randomUUID();
        return formats.settled(key)
                .thenCompose(settled -> settled
                        ? writer.change(Script.TAKE, key, leaseField(key), token, STEP.toMillis())
                                .thenCompose(taken -> taken ? fill(key, token, value) : no())
                        : invalidate(key).thenCompose(done -> no()));
    }

    @Override
    public CompletionStage<Boolean> invalidate(Key key) {
        return writer.change(Script.INVALIDATE, key);
    }

    @Override
    public CompletionStage<Boolean> raise(Key key, String fence, Duration ttl, boolean again) {
        return writer.change(Script.RAISE, key, "f:" + fence, ttl.toMillis(), again ? 1 : 0);
    }

    /** In two steps, as {@link #put}: the fence becomes a lease, if it was alone. */
    @Override
    public CompletionStage<Boolean> lower(Key key, String fence, @Nullable Value value) {
        return value == null
                ? writer.change(Script.LOWER, key, "f:" + fence).thenCompose(done -> no())
                : formats.settled(key)
                        .thenCompose(settled -> settled
                                ? writer.change(
                                                Script.LOWER,
                                                key,
                                                "f:" + fence,
                                                leaseField(key),
                                                fence,
                                                STEP.toMillis())
                                        .thenCompose(taken -> taken ? fill(key, fence, value) : no())
                                : lower(key, fence, null));
    }

    @Override
    public CompletionStage<Boolean> raiseTag(String tag, String fence, Duration ttl) {
        return writer.change(Script.RAISE, tag, "f:" + fence, ttl.toMillis(), 0);
    }

    @Override
    public CompletionStage<Boolean> lowerTag(String tag, String fence) {
        return writer.change(Script.LOWER, tag, "f:" + fence);
    }

    @Override
    public CompletionStage<Optional<Duration>> remaining(Key key) {
        return base.client()
                .getBucket(keyspace.entry(key), ByteArrayCodec.INSTANCE)
                .remainTimeToLiveAsync()
                .thenApply(
                        millis -> Optional.of(millis).filter(left -> left >= 0).map(Duration::ofMillis));
    }

    @Override
    public CompletionStage<Map<String, Long>> tags(Collection<String> tags, Duration ttl, Duration age) {
        return tagVersions.current(tags, ttl, age);
    }

    @Override
    public CompletionStage<Void> invalidateTags(List<String> tags) {
        return CompletableFuture.allOf(tags.stream()
                .map(tag -> writer.change(Script.INVALIDATE, tag).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    @Override
    public CompletionStage<Long> sweep(Sweep sweep) {
        return sweeper.sweep(sweep).thenCompose(swept -> writer.announce(swept, new Announcement.OfSweep(sweep)));
    }

    @Override
    public CompletionStage<List<Listed>> list(Sweep.Names names, int limit) {
        return lister.list(names, limit);
    }

    @Override
    public CompletionStage<Void> raiseSweep(Sweep sweep, String fence, Duration ttl) {
        return intend(sweep, fence, ttl);
    }

    @Override
    public CompletionStage<Void> lowerSweep(Sweep sweep, String fence) {
        return intend(sweep, fence, Duration.ZERO);
    }

    private CompletionStage<Void> intend(Sweep sweep, String fence, Duration ttl) {
        String record = new Stream.Abandoned(sweep, fence).text();
        return scripts.run(new Call(Script.INTEND, List.of(keyspace.sweeps()), record, ttl.toMillis()))
                .thenAccept(done -> {});
    }

    @Override
    public void listen(Listener listener) {
        StreamReader reader = reader(listener);
        Wake wake = new Wake(base.hearing(), keyspace, rules.maxStaleness());
        Thread thread = new Thread(() -> reader.run(wake), "alacena-hearing");
        thread.setDaemon(true);
        hearing.add(thread);
        thread.start();
    }

    StreamReader reader(Listener listener) {
        Primaries primaries = new Primaries(base.hearing(), base.clock());
        return new StreamReader(new StreamReader.Sources(stream, floors, formats, primaries), listener, base.clock());
    }

    @Override
    public CompletionStage<?> probe() {
        return reads.read(List.of(keyspace.tag("probe:" + UUID.randomUUID())));
    }

    @Override
    public RevocationCopy revocations() {
        return revocations;
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
    public Optional<Key> key(String name) {
        return Optional.ofNullable(keyspace.key(name));
    }

    @Override
    public void close() {
        hearing.forEach(Thread::interrupt);
        base.hearing().shutdown();
        base.client().shutdown();
    }

    private Call call(Script script, Key key, Object... arguments) {
        return new Call(script, List.of(keyspace.companion(key), keyspace.entry(key)), arguments);
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

    private static Claim claim(Reply reply) {
        Answer answer =
                switch ((int) reply.code()) {
                    case 1 -> Answer.GRANTED;
                    case 2 -> Answer.FILLED;
                    case 3 -> Answer.HELD;
                    case 4 -> Answer.FENCED;
                    default -> Answer.OUTDATED;
                };
        return new Claim(answer, (Long) reply.parts().get(2) == 1);
    }

    private static CompletionStage<Boolean> yes(CompletionStage<Reply> reply) {
        return reply.thenApply(Reply::yes);
    }

    private static CompletionStage<Boolean> no() {
        return CompletableFuture.completedStage(false);
    }

    private Found found(Key key, Collection<String> tags, List<byte @Nullable []> values) {
        Map<String, Long> versions = TagVersions.parse(tags, values);
        byte[] stored = values.get(0);
        if (stored == null) {
            return new Found(null, null, Duration.ZERO, versions, false);
        }
        if (stored.length < STAMPS) {
            return new Found(new byte[0], stored, Duration.ZERO, versions, false);
        }
        ByteBuffer stamps = ByteBuffer.wrap(stored);
        Duration remaining = time.until(stamps.getLong());
        boolean outdated = floors.above(key, tags, stamps.getLong());
        byte[] bytes = Arrays.copyOfRange(stored, STAMPS, stored.length);
        return new Found(bytes, stored, remaining, versions, outdated);
    }
}
