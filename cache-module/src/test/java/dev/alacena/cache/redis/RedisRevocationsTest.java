package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Announcement;
import dev.alacena.cache.engine.FakeTime;
import dev.alacena.cache.engine.Findings;
import dev.alacena.cache.engine.Revocation;
import dev.alacena.cache.engine.RevocationCopy;
import dev.alacena.cache.engine.RevocationCopyContract;
import dev.alacena.cache.engine.Suspect;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;

/** A real Redis keeps the contract, and says what it has lost. */
class RedisRevocationsTest extends RevocationCopyContract {
    private static final String KEY = "test:{revocations}";
    private static final Suspect NOBODY = new Suspect("", null, null, null);

    RedisProcess redis;
    private RedissonClient client;
    private RedisStore store;

    protected RedisProcess redis() {
        return new RedisProcess();
    }

    /** Who the application is to the server. */
    protected RedisConnection.Login login() {
        return RedisConnection.Login.NONE;
    }

    @BeforeEach
    void open() {
        redis = redis();
        client = RedisStoreTest.connection(redis.topology(), login()).open();
        store = new RedisStore(
                new RedisStore.Base(client, client, new FakeTime(), Runnable::run),
                new RedisStore.Rules("test", Duration.ofMinutes(1), Duration.ofSeconds(1)));
    }

    @AfterEach
    void stop() {
        client.shutdown();
        redis.close();
    }

    @Override
    protected RevocationCopy copy() {
        return store.revocations();
    }

    private boolean complete() {
        return get(copy().find(NOBODY)).complete();
    }

    @Test
    void whatIsAddedIsToldAndWhatIsPutBackIsNot() throws InterruptedException {
        Recorder recorder = new Recorder();
        StreamReader reader = store.reader(recorder);
        assertThat(reader.turn()).isTrue();
        get(copy().put(List.of(lasting("quiet"))));
        get(copy().add(lasting("a")));
        assertThat(reader.turn()).isTrue();
        assertThat(recorder.invalidated).containsExactly(new Announcement.OfRevocation(lasting("a")));
    }

    @Test
    void r21AFlushTakesTheMarkToo() {
        rebuild();
        redis.call("FLUSHALL");
        assertThat(complete()).isFalse();
        get(copy().add(lasting("a")));
        assertThat(complete()).as("one revocation is not all of them").isFalse();
        assertThat(pages()).isEmpty();
    }

    @Test
    void aRebuildThatWasFlushedMidwayIsNone() {
        String rebuild = get(copy().begin());
        get(copy().put(List.of(lasting("a"))));
        redis.call("FLUSHALL");
        get(copy().put(List.of(lasting("b"))));
        assertThat(get(copy().complete(rebuild))).isFalse();
        assertThat(complete()).isFalse();
    }

    @Test
    void r19AServerThatComesBackFromAnOldDumpIsNotComplete() {
        rebuild();
        redis.call("SAVE");
        get(copy().add(lasting("a")));
        redis.stop();
        redis.start();
        assertThat(redis.call("HGET", KEY, "!complete"))
                .as("the dump has the mark")
                .isNotNull();
        Await.until("Redis answers", this::answers);
        assertThat(complete()).isFalse();
        assertThat(get(copy().page(RevocationCopy.START)).mark()).isEmpty();
    }

    private boolean answers() {
        try {
            return get(copy().find(NOBODY)) != null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Test
    void aPageOfAnotherRebuildDoesNotGoWithTheOthers() {
        rebuild();
        String before = get(copy().page(RevocationCopy.START)).mark();
        redis.call("FLUSHALL");
        rebuild();
        assertThat(get(copy().page(RevocationCopy.START)).mark()).isNotEqualTo(before);
    }

    @Test
    void whatIsLongOverIsTakenOutWhileOthersAreAdded() {
        for (int i = 0; i < 1_000; i++) {
            redis.call("HSET", KEY, Revocation.field(Revocation.Kind.TOKEN, "i", "over" + i), "1000:-1");
        }
        for (int i = 0; i < 300; i++) {
            get(copy().add(lasting("n" + i)));
        }
        assertThat((Long) redis.call("HLEN", KEY)).isLessThan(400);
        rebuild();
        assertThat(pages()).hasSizeGreaterThanOrEqualTo(300);
    }

    @Test
    void f8AFullServerStillTakesRevocations() {
        rebuild();
        redis.call("CONFIG", "SET", "maxmemory-policy", "noeviction");
        redis.call("CONFIG", "SET", "maxmemory", "1");
        get(copy().add(lasting("a")));
        assertThat(get(copy().find(new Suspect(lasting("a").issuer(), "a", null, null))))
                .isEqualTo(new RevocationCopy.Answer(true, new Findings(true, Findings.NO_MARK)));
        assertThat(get(copy().complete(get(copy().begin())))).isTrue();
    }

    @Test
    void f16ForeignBytesAreNoMistakeOfARevokingCall() {
        redis.call("HSET", KEY, lasting("a").field(), "rubbish");
        redis.call("HSET", KEY, "rubbish", "1:2:3");
        get(copy().add(lasting("a")));
        rebuild();
        assertThat(pages()).containsExactly(lasting("a"));
    }
}
