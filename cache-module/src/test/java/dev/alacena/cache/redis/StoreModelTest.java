package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.FakeTime;
import dev.alacena.cache.local.MemoryStore;
import dev.alacena.cache.redis.Step.Entry;
import dev.alacena.cache.redis.Step.Life;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/** The store in memory is the model of the scripts: whatever is asked, in whatever order, both answer the same. */
class StoreModelTest {
    private static final String SEED = "42";
    /** Lets time pass on the server: all that is written there ends earlier. */
    private static final String AGE =
            """
            for _, key in ipairs(redis.call('KEYS', '*')) do
              local left = redis.call('PTTL', key) - ARGV[1]
              if left <= 0 then
                redis.call('DEL', key)
              else
                if redis.call('TYPE', key).ok == 'hash' then
                  local held = redis.call('HGETALL', key)
                  for i = 1, #held, 2 do
                    local time, rest = string.match(held[i + 1], '^(%d%d%d%d+)(.*)$')
                    if time then
                      redis.call('HSET', key, held[i], string.format('%.0f', time - ARGV[1]) .. rest)
                    end
                  end
                elseif not string.find(key, ':tag:', 1, true) then
                  local value = redis.call('GET', key)
                  local time = struct.unpack('>I8', string.sub(value, 1, 8))
                  redis.call('SET', key, struct.pack('>I8', time - ARGV[1]) .. string.sub(value, 9))
                end
                redis.call('PEXPIRE', key, left)
              end
            end
            """;

    private static RedisProcess redis;
    private static RedissonClient client;
    private static RedisStore store;

    @BeforeContainer
    static void start() {
        redis = new RedisProcess();
        client = RedisStoreTest.connection(redis.topology()).open();
        store = new RedisStore(
                new RedisStore.Base(client, client, System::nanoTime, Runnable::run),
                new RedisStore.Rules("test", Duration.ofDays(1), Duration.ZERO));
    }

    @AfterContainer
    static void stop() {
        store.close();
        redis.close();
    }

    @Provide
    Arbitrary<List<Step>> ofAllKinds() {
        return Steps.ofAllKinds();
    }

    @Property(tries = 800, seed = SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.FULL)
    void redisAndTheModelAnswerTheSame(@ForAll("ofAllKinds") List<Step> steps) {
        compare(steps);
    }

    @Provide
    Arbitrary<List<Step>> ofLoaders() {
        return Steps.ofLoaders();
    }

    @Property(tries = 1000, seed = SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.FULL)
    void loadersOfTwoVersionsOfAnApplicationToo(@ForAll("ofLoaders") List<Step> steps) {
        compare(steps);
    }

    @Example
    void aRejectedValueStaysUntilItIsReplaced() {
        compare(List.of(
                new Step.Put(Entry.A, "v1", Life.LONG),
                new Step.Claim(Entry.A, "a", Life.SHORT, "v1"),
                new Step.Read(Entry.A, Set.of()),
                new Step.Abandon(Entry.A, "a"),
                new Step.Read(Entry.A, Set.of())));
    }

    @Example
    void fencesThatAllExpiredContestNoLaterOne() {
        compare(List.of(
                new Step.Raise(Entry.A, "f", Life.LONG, false),
                new Step.Raise(Entry.A, "f", Life.SHORT, false),
                new Step.Raise(Entry.A, "g", Life.SHORT, false),
                new Step.Pass(12),
                new Step.Raise(Entry.A, "h", Life.SHORT, false),
                new Step.Lower(Entry.A, "h", "v1")));
    }

    private static void compare(List<Step> steps) {
        client.getKeys().flushdb();
        FakeTime time = new FakeTime();
        Step.Side real = new Step.Side(store, StoreModelTest::age);
        Step.Side model = new Step.Side(new MemoryStore(1000, Duration.ofDays(1), time), time::pass);
        for (int i = 0; i < steps.size(); i++) {
            assertThat(steps.get(i).on(real))
                    .as("seed %s: the last answer of %s", SEED, steps.subList(0, i + 1))
                    .isEqualTo(steps.get(i).on(model));
        }
    }

    private static void age(Duration duration) {
        client.getScript(StringCodec.INSTANCE)
                .eval(RScript.Mode.READ_WRITE, AGE, RScript.ReturnType.VALUE, List.of(), duration.toMillis());
    }
}
