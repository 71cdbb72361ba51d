package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Announcement;
import dev.alacena.cache.engine.FakeTime;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Listener;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Sweep;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redisson.api.RedissonClient;
import org.redisson.api.stream.StreamAddArgs;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.codec.StringCodec;

/** A node hears from real servers of any kind what others invalidate, and knows when it may have missed something. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StreamTest {
    private static final Key KEY = new Key("users", "42{odd}\uffff", "0a0b0c0d");
    private static final Store.Value VALUE =
            new Store.Value("v1".getBytes(StandardCharsets.UTF_8), Duration.ofMinutes(1));

    private final FakeTime time = new FakeTime();
    protected Servers servers;
    private Recorder recorder;
    private RedissonClient client;
    private RedissonClient application;
    private RedisStore here;
    private RedisStore there;
    private StreamReader reader;

    protected abstract Servers servers();

    /** Who uses the store. */
    protected RedisConnection.Login login() {
        return RedisConnection.Login.NONE;
    }

    @BeforeAll
    void open() {
        servers = servers();
    }

    @AfterAll
    void close() {
        servers.close();
    }

    @BeforeEach
    void start() throws InterruptedException {
        servers.start();
        client = RedisStoreTest.connection(servers.topology()).open();
        application = RedisStoreTest.connection(servers.topology(), login()).open();
        client.getKeys().flushall();
        here = store();
        there = store();
        recorder = new Recorder();
        reader = here.reader(recorder);
        turn();
        recorder.missed = 0;
    }

    @AfterEach
    void stop() {
        application.shutdown();
        client.shutdown();
    }

    private RedisStore store() {
        return new RedisStore(
                new RedisStore.Base(application, application, time, Runnable::run),
                new RedisStore.Rules("test", Duration.ofMinutes(1), Duration.ofSeconds(1)));
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private void turn() throws InterruptedException {
        assertThat(reader.turn()).isTrue();
    }

    private boolean hears() {
        try {
            return reader.turn();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatAnotherNodeInvalidatesIsHeardInItsOrder() throws InterruptedException {
        get(there.invalidate(KEY));
        get(there.invalidateTags(List.of("user:42")));
        get(there.sweep(new Sweep.All("users")));
        get(there.sweep(new Sweep.Prefix("users", "4")));
        get(there.sweep(new Sweep.Pattern("users", "4*")));
        get(there.sweep(Sweep.Names.of(List.of("users:4*", "lists:\\"))));
        get(there.sweep(new Sweep.Everything()));
        turn();
        assertThat(recorder.invalidated)
                .containsExactly(
                        new Announcement.OfKey(KEY),
                        new Announcement.OfTag("user:42"),
                        new Announcement.OfSweep(new Sweep.All("users")),
                        new Announcement.OfSweep(new Sweep.Prefix("users", "4")),
                        new Announcement.OfSweep(new Sweep.Pattern("users", "4*")),
                        new Announcement.OfSweep(Sweep.Names.of(List.of("users:4*", "lists:\\"))),
                        new Announcement.OfSweep(new Sweep.Everything()));
        assertThat(recorder.missed).isZero();
    }

    @Test
    void everyStepOfAWriterIsHeard() throws InterruptedException {
        get(there.raise(KEY, "f", Duration.ofMinutes(1)));
        get(there.lower(KEY, "f", VALUE));
        get(there.put(KEY, VALUE));
        get(there.raiseTag("t", "f", Duration.ofMinutes(1)));
        get(there.lowerTag("t", "f"));
        turn();
        assertThat(recorder.invalidated)
                .containsExactly(
                        new Announcement.OfKey(KEY),
                        new Announcement.OfKey(KEY),
                        new Announcement.OfKey(KEY),
                        new Announcement.OfTag("t"),
                        new Announcement.OfTag("t"));
    }

    @Test
    void anAnswerProvesWhatWasInvalidatedBeforeItWasAskedForEvenIfItIsEmpty() throws InterruptedException {
        time.pass(Duration.ofSeconds(7));
        turn();
        assertThat(recorder.heard).isEqualTo(time.nanos());
        assertThat(recorder.invalidated).isEmpty();
    }

    @Test
    void r17AServerThatDoesNotAnswerProvesNothing() throws Exception {
        recorder.heard = -1;
        servers.stop();
        assertThat(reader.turn()).isFalse();
        assertThat(recorder.heard).isEqualTo(-1);
    }

    @Test
    void moreThanOneTurnBringsIsHeardInOne() throws InterruptedException {
        for (int i = 0; i < Stream.TURN + 10; i++) {
            get(there.invalidate(new Key("users", Integer.toString(i), "f")));
        }
        turn();
        assertThat(recorder.invalidated).hasSize(Stream.TURN + 10);
        assertThat(recorder.missed).isZero();
    }

    @Test
    void r21AFlushMeansThatSomethingMayHaveBeenMissed() throws InterruptedException {
        get(there.invalidate(KEY));
        client.getKeys().flushall();
        turn();
        assertThat(recorder.missed).isEqualTo(1);
        turn();
        assertThat(recorder.missed).isEqualTo(1);
    }

    @Test
    void r18AFlushThatOthersHaveWrittenAfterIsNoticed() throws InterruptedException {
        get(there.invalidate(KEY));
        turn();
        client.getKeys().flushall();
        get(there.invalidate(KEY));
        get(there.invalidate(KEY));
        turn();
        assertThat(recorder.missed).isEqualTo(1);
    }

    @Test
    void r18MessagesThatWereTrimmedUnheardAreNoticed() throws InterruptedException {
        get(there.invalidate(KEY));
        get(there.invalidate(KEY));
        client.getKeys().delete("test:{invalidations}");
        get(there.invalidate(KEY));
        turn();
        assertThat(recorder.missed).isEqualTo(1);
        assertThat(recorder.replaced).isZero();
    }

    @Test
    void anEvictedHeadIsNoticed() throws InterruptedException {
        get(there.invalidate(KEY));
        turn();
        client.getKeys().delete("test:{invalidations}:head");
        turn();
        assertThat(recorder.missed).isEqualTo(1);
    }

    @Test
    void aMessageThatThisVersionDoesNotUnderstandIsSomethingMissed() throws InterruptedException {
        client.<String, String>getMap("test:{invalidations}:head", StringCodec.INSTANCE)
                .addAndGet("n", 1);
        client.<String, String>getStream("test:{invalidations}", StringCodec.INSTANCE)
                .add(StreamAddArgs.entries(Map.of("n", "1", "kind", "of another time")));
        turn();
        assertThat(recorder.missed).isEqualTo(1);
        get(there.invalidate(KEY));
        turn();
        assertThat(recorder.invalidated).containsExactly(new Announcement.OfKey(KEY));
    }

    @Test
    void r19AServerThatTookOverIsNoticed() throws Exception {
        servers.stop();
        assertThat(reader.turn()).isFalse();
        servers.start();
        Await.until("the node hears again", this::hears);
        assertThat(recorder.replaced).isEqualTo(1);
        assertThat(recorder.missed).isEqualTo(1);
    }

    @Test
    void r19AServerThatTookOverWithAStreamThatLooksTheSameIsNoticedToo() throws Exception {
        get(there.invalidate(KEY));
        turn();
        save();
        servers.stop();
        assertThat(reader.turn()).isFalse();
        servers.start();
        Await.until("the node hears again", this::hears);
        assertThat(recorder.missed).isEqualTo(1);
        client.getKeys().flushall();
        save();
    }

    private void save() {
        servers.primaries().forEach(primary -> primary.call("SAVE"));
    }

    /** Whether a node believes an entry that comes back after its invalidation, as one does by a failover. */
    private boolean believes(RedisStore node, Supplier<CompletionStage<?>> invalidation) {
        get(here.put(KEY, VALUE));
        byte[] before = client.<byte[]>getBucket(here.name(KEY), ByteArrayCodec.INSTANCE)
                .get();
        waitForNextMillisecond();
        get(invalidation.get());
        client.<byte[]>getBucket(here.name(KEY), ByteArrayCodec.INSTANCE).set(before);
        return !get(node.read(KEY, List.of("t"))).outdated();
    }

    @Test
    void r19TheNodeThatInvalidatedAnEntryDoesNotBelieveItWhenItComesBackBeforeItHears() {
        assertThat(believes(there, () -> there.invalidate(KEY))).isFalse();
        assertThat(believes(there, () -> there.invalidateTags(List.of("t")))).isFalse();
        assertThat(believes(there, () -> there.sweep(new Sweep.Prefix("users", "4"))))
                .isFalse();
    }

    @Test
    void r19WhenALevel1IsToldNobodyBelievesTheOldEntryAnyMore() throws InterruptedException {
        List<Boolean> believed = new ArrayList<>();
        StreamReader telling = here.reader(Scripted.as(Listener.class, (method, arguments) -> {
            if (method.equals("invalidated")) {
                believed.add(!get(here.read(KEY, List.of())).outdated());
            }
            return null;
        }));
        assertThat(telling.turn()).isTrue();
        assertThat(believes(here, () -> there.invalidate(KEY))).isTrue();
        assertThat(telling.turn()).isTrue();
        assertThat(believed).endsWith(false);
    }

    @Test
    void r19AnEntryThatAFailoverBroughtBackIsNotBelievedWhereItsInvalidationIsKnown() throws InterruptedException {
        get(here.put(KEY, VALUE));
        byte[] before = client.<byte[]>getBucket(here.name(KEY), ByteArrayCodec.INSTANCE)
                .get();
        turn();
        waitForNextMillisecond();
        get(there.invalidate(KEY));
        turn();
        client.<byte[]>getBucket(here.name(KEY), ByteArrayCodec.INSTANCE).set(before);
        Store.Found found = get(here.read(KEY, List.of()));
        assertThat(found.outdated()).isTrue();
        Store.Lease lease = new Store.Lease("a", Duration.ofSeconds(10), found.stored(), Duration.ZERO);
        assertThat(get(here.claim(KEY, lease)).answer()).isEqualTo(Store.Answer.GRANTED);
        assertThat(get(here.fill(KEY, "a", VALUE))).isTrue();
        assertThat(get(here.read(KEY, List.of())).outdated()).isFalse();
    }

    @Test
    void anEntryWithATagOrUnderASweepThatAFailoverBroughtBackIsNotBelieved() throws InterruptedException {
        get(here.put(KEY, VALUE));
        byte[] before = client.<byte[]>getBucket(here.name(KEY), ByteArrayCodec.INSTANCE)
                .get();
        waitForNextMillisecond();
        get(there.invalidateTags(List.of("t")));
        turn();
        assertThat(get(here.read(KEY, List.of("t"))).outdated()).isTrue();
        assertThat(get(here.read(KEY, List.of())).outdated()).isFalse();
        get(there.sweep(new Sweep.Prefix("users", "4")));
        turn();
        client.<byte[]>getBucket(here.name(KEY), ByteArrayCodec.INSTANCE).set(before);
        assertThat(get(here.read(KEY, List.of())).outdated()).isTrue();
    }

    @Test
    void aWrittenThroughValueIsBelievedEverywhere() throws InterruptedException {
        get(there.raise(KEY, "f", Duration.ofMinutes(1)));
        assertThat(get(there.lower(KEY, "f", VALUE))).isTrue();
        turn();
        assertThat(get(here.read(KEY, List.of())).outdated()).isFalse();
        assertThat(get(there.read(KEY, List.of())).outdated()).isFalse();
    }

    /** By the server's clock, which stamps entries and is that of this machine. */
    private static void waitForNextMillisecond() {
        long start = System.currentTimeMillis();
        while (System.currentTimeMillis() <= start + 1) {
            Thread.onSpinWait();
        }
    }

    @Test
    void r40AnInvalidationReachesTheEntriesOfAnotherVersionOfTheApplication() throws InterruptedException {
        Key old = new Key("users", "7", "01d01d01");
        Key young = new Key("users", "7", "4e44e44e");
        Store.Lease lease = new Store.Lease("a", Duration.ofSeconds(10), null, Duration.ZERO);
        get(here.put(old, VALUE));
        assertThat(get(there.claim(young, lease)).answer()).isEqualTo(Store.Answer.FENCED);
        time.pass(Duration.ofSeconds(2));
        assertThat(get(there.claim(young, lease)).answer()).isEqualTo(Store.Answer.GRANTED);
        assertThat(get(there.fill(young, "a", VALUE))).isTrue();
        turn();
        get(here.invalidate(old));
        assertThat(get(there.read(young, List.of())).bytes()).isNull();
    }

    @Test
    void aNodeThatDoesNotHearAsksForTheFormatsBeforeItInvalidates() {
        Key young = new Key("users", "7", "4e44e44e");
        get(there.put(young, VALUE));
        get(here.invalidate(new Key("users", "7", "01d01d01")));
        assertThat(get(there.read(young, List.of())).bytes()).isNull();
    }

    @Test
    void r4ASweepThatIsNotMadeInTimeIsHandedToOneNode() throws InterruptedException {
        List<Sweep> sweeps = List.of(
                new Sweep.All("users"),
                new Sweep.Prefix("users", "4\n2"),
                new Sweep.Pattern("users", "*{\uffff"),
                new Sweep.Everything());
        for (Sweep sweep : sweeps) {
            get(there.raiseSweep(sweep, "dead", Duration.ofMillis(1)));
            get(there.raiseSweep(sweep, "at work", Duration.ofMinutes(1)));
            get(there.raiseSweep(sweep, "done", Duration.ofMillis(1)));
            get(there.lowerSweep(sweep, "done"));
        }
        waitForNextMillisecond();
        turn();
        assertThat(recorder.abandoned).containsExactlyInAnyOrderElementsOf(sweeps);
        Recorder other = new Recorder();
        assertThat(there.reader(other).turn()).isTrue();
        assertThat(other.abandoned).isEmpty();
        turn();
        assertThat(recorder.abandoned).hasSameSizeAs(sweeps);
    }

    @Test
    void r4ASweepThatWasHandedOutAndNotMadeIsHandedOutAgain() throws InterruptedException {
        RedisStore brief = new RedisStore(
                new RedisStore.Base(client, client, time, Runnable::run),
                new RedisStore.Rules("test", Duration.ofMillis(1), Duration.ofSeconds(1)));
        Recorder first = new Recorder();
        get(there.raiseSweep(new Sweep.All("users"), "dead", Duration.ofMillis(1)));
        waitForNextMillisecond();
        assertThat(brief.reader(first).turn()).isTrue();
        assertThat(first.abandoned).hasSize(1);
        waitForNextMillisecond();
        turn();
        assertThat(recorder.abandoned).containsExactly(new Sweep.All("users"));
    }

    @Test
    void r40AnInvalidationThatMayLackAFormatDoesWhatItCanAndIsNotConfirmed() {
        Key young = new Key("users", "7", "4e44e44e");
        Key old = new Key("users", "7", "01d01d01");
        get(here.put(old, VALUE));
        get(there.put(young, VALUE));
        time.pass(Duration.ofSeconds(2));
        assertThat(get(there.put(young, VALUE))).isTrue();
        client.getKeys().delete("test:{invalidations}:formats");
        client.getBucket("test:{invalidations}:formats", StringCodec.INSTANCE).set("somebody else's");
        assertThat(here.invalidate(old)).failsWithin(Duration.ofSeconds(10));
        assertThat(get(here.read(old, List.of())).bytes()).isNull();
        assertThat(get(here.read(young, List.of())).bytes()).isNotNull();
    }
}
