package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.ListingContract;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Sweep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.KeysScanOptions;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.codec.StringCodec;

/** Real servers of any kind keep the contract of stores. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisStoreTest extends ListingContract {
    protected Servers servers;
    protected RedissonClient client;
    protected Store store;
    private RedissonClient application;

    protected abstract Servers servers();

    @BeforeAll
    void start() {
        servers = servers();
        client = connection(servers.topology()).open();
        application = connection(servers.topology(), servers.login()).open();
        store = store(Duration.ofMinutes(1));
    }

    private Store store(Duration journal) {
        return new RedisStore(
                new RedisStore.Base(application, application, System::nanoTime, Runnable::run),
                new RedisStore.Rules("test", journal, Duration.ZERO));
    }

    static RedisConnection connection(Topology topology) {
        return connection(topology, RedisConnection.Login.NONE);
    }

    static RedisConnection connection(Topology topology, RedisConnection.Login login) {
        return new RedisConnection(
                topology, login, 0, new RedisConnection.Times(Duration.ofSeconds(5), Duration.ofSeconds(5)), 4);
    }

    @AfterAll
    void stop() {
        store.close();
        client.shutdown();
        servers.close();
    }

    @BeforeEach
    void empty() {
        client.getKeys().flushdb();
    }

    @Override
    protected Store store() {
        return store;
    }

    /** Asks the server for its time until enough of it has passed. */
    @Override
    protected void pass(Duration duration) {
        long end = millis() + duration.toMillis();
        while (millis() <= end) {
            assertThat(end).isPositive();
        }
    }

    @Override
    protected long nanos() {
        return System.nanoTime();
    }

    private long millis() {
        List<String> time = client.getScript(StringCodec.INSTANCE)
                .eval(RScript.Mode.READ_ONLY, "return redis.call('TIME')", RScript.ReturnType.LIST);
        return Long.parseLong(time.get(0)) * 1000 + Long.parseLong(time.get(1)) / 1000;
    }

    private long calls(String command) {
        return servers.primaries().stream()
                .map(primary -> primary.info("cmdstat_" + command))
                .filter(line -> line.startsWith("calls="))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf('=') + 1, line.indexOf(','))))
                .sum();
    }

    @Test
    void aReadIsOnePlainCommand() {
        get(store.put(KEY, new Store.Value(bytes("v"), LONG)));
        long gets = calls("get");
        long scripts = calls("evalsha") + calls("eval");
        get(store.read(KEY, List.of()));
        assertThat(calls("get") - gets).isEqualTo(1);
        assertThat(calls("evalsha") + calls("eval")).isEqualTo(scripts);
    }

    @Test
    void scriptsTravelAsTheirHashAndSurviveAScriptFlush() {
        get(store.invalidate(KEY));
        long texts = calls("eval");
        client.getScript().scriptFlush();
        assertThat(get(store.put(KEY, new Store.Value(bytes("v"), LONG)))).isTrue();
        assertThat(get(store.invalidate(KEY))).isTrue();
        assertThat(calls("eval")).isEqualTo(texts);
    }

    @Test
    void whatIsLeftOfWritersAndLoadersGoesByItself() {
        Store forgetful = store(SHORT);
        get(forgetful.claim(KEY, new Store.Lease("a", SHORT, null, Duration.ZERO)));
        get(forgetful.raise(KEY, "f", SHORT));
        get(forgetful.lower(KEY, "f", null));
        get(forgetful.raise(KEY, "g", SHORT));
        assertThat(client.getKeys().countExists("test:{users:42}:w")).isOne();
        pass(SHORT.multipliedBy(2));
        assertThat(client.getKeys().countExists("test:{users:42}:w")).isZero();
    }

    @Test
    void aViewThatIsLessThanAMillisecondOldIsOlderThanItsLoad() {
        String ahead = Long.toString(millis() + LONG.toMillis());
        Map<String, String> names = Map.of("test:{users:42}:w", "i", "test:tag:{:t}:w", "i", "test:{swept}", "lists");
        names.forEach((name, field) ->
                client.<String, String>getMap(name, StringCodec.INSTANCE).put(field, ahead));
        Store.Lease lease = new Store.Lease("a", LONG, null, Duration.ofNanos(1));
        assertThat(get(store.claim(KEY, lease)).answer()).isEqualTo(Store.Answer.OUTDATED);
        assertThat(get(store.claim(new Key("lists", "42", "0a0b0c0d"), lease)).answer())
                .isEqualTo(Store.Answer.OUTDATED);
        assertThat(get(store.tags(List.of("t"), LONG, lease.age()))).isEmpty();
    }

    @Test
    void hostileBytesInTheNamespaceAreFoundOrAbsentButNeverAnError() {
        for (byte[] hostile : List.of(new byte[0], bytes("x"), bytes("1234567"), bytes("\uffff12345678901234"))) {
            client.getBucket("test:{users:42}:0a0b0c0d", ByteArrayCodec.INSTANCE)
                    .set(hostile);
            Store.Found found = get(store.read(KEY, List.of()));
            assertThat(found.bytes()).isNotNull();
            assertThat(get(store.claim(KEY, new Store.Lease("a", LONG, found.stored(), Duration.ZERO)))
                            .answer())
                    .isEqualTo(Store.Answer.GRANTED);
            get(store.abandon(KEY, "a"));
        }
    }

    @Test
    void f8AServerWithoutMemoryRefusesFillsAndStillInvalidates() {
        Store.Value big = new Store.Value(new byte[200_000], LONG);
        servers.primaries().forEach(primary -> primary.call("CONFIG", "SET", "maxmemory", twoMegabytesMore(primary)));
        try {
            for (int i = 0; i < 50; i++) {
                Key key = new Key("big", Integer.toString(i), "0a0b0c0d");
                store.put(key, big)
                        .toCompletableFuture()
                        .exceptionally(full -> false)
                        .join();
            }
            assertThat(client.getKeys()
                            .getKeysStream(KeysScanOptions.defaults().pattern("test:{big:*}:0a0b0c0d"))
                            .count())
                    .isBetween(1L, 12L * servers.primaries().size());
            Key first = new Key("big", "0", "0a0b0c0d");
            assertThat(get(store.invalidate(first))).isTrue();
            assertThat(get(store.read(first, List.of())).bytes()).isNull();
        } finally {
            servers.primaries().forEach(primary -> primary.call("CONFIG", "SET", "maxmemory", "0"));
        }
    }

    private static String twoMegabytesMore(RedisProcess primary) {
        return Long.toString(Long.parseLong(primary.info("used_memory")) + (2 << 20));
    }

    @Test
    void aSweepLeavesWhatIsNotOurs() {
        for (String foreign : List.of("test:orders:1", "test2:{users:42}:0a0b0c0d", "test:{odd}", "other")) {
            client.getBucket(foreign, ByteArrayCodec.INSTANCE).set(bytes("foreign"));
        }
        get(store.put(KEY, new Store.Value(bytes("v"), LONG)));
        assertThat(get(store.sweep(new Sweep.Everything()))).isEqualTo(1);
        assertThat(client.getKeys().countExists("test:orders:1", "test2:{users:42}:0a0b0c0d", "test:{odd}", "other"))
                .isEqualTo(4);
        assertThat(client.getKeys().countExists("test:{users:42}:0a0b0c0d")).isZero();
    }

    @Test
    void namesReachNothingThatIsNotOurs() {
        List<String> foreign = List.of(
                "test:orders:1",
                "test2:{users:42}:0a0b0c0d",
                "other:{users:42}:0a0b0c0d",
                "test:{odd}",
                "test:{limit:login:00}",
                "test:session:{x}",
                "other");
        foreign.forEach(name -> client.getBucket(name, ByteArrayCodec.INSTANCE).set(bytes("foreign")));
        client.getMap("test:{users:43}:hash", StringCodec.INSTANCE).put("a", "b");
        get(store.put(KEY, new Store.Value(bytes("v"), LONG)));
        for (String pattern : List.of("*", "*users*", "*}:*", "*{*", "*limit*", "*2:{*", "?*")) {
            assertThat(get(store.list(Sweep.Names.of(List.of(pattern)), 100)))
                    .extracting(listed -> listed.key().toString())
                    .isSubsetOf("users:42");
        }
        Sweep all = Sweep.Names.of(List.of("*", "*}:*", "*{*", "*limit*"));
        assertThat(get(store.sweep(all))).isEqualTo(2);
        assertThat(client.getKeys().countExists(foreign.toArray(String[]::new))).isEqualTo(foreign.size());
    }

    @Test
    void aKeyWhoseFormatIsNotKnownHereIsTakenOutInAllThatAreKnownToRedis() {
        Store another = store(Duration.ofMinutes(1));
        get(another.put(KEY, new Store.Value(bytes("v"), LONG)));
        assertThat(get(store.invalidate(new Key("users", "42", Key.ANY_FORMAT))))
                .isTrue();
        assertThat(get(store.invalidate(new Key("users", "42", Key.ANY_FORMAT))))
                .isFalse();
        assertThat(get(another.read(KEY, List.of())).bytes()).isNull();
        assertThat(client.<String, String>getMap("test:{invalidations}:head:formats", StringCodec.INSTANCE)
                        .readAllKeySet())
                .doesNotContain("users:");
    }

    @Test
    void aNameTellsItsKey() {
        assertThat(store.key(store.name(KEY))).contains(KEY);
        for (String name : List.of("users:42", "other:{users:42}:0a0b0c0d", "test:{users:42}:w", "test:{users}", "")) {
            assertThat(store.key(name)).isEmpty();
        }
    }

    @Test
    void aListingLooksInStepsAndStopsWhenItHasEnough() {
        Store.Value value = new Store.Value(bytes("v"), Duration.ofHours(1));
        for (int i = 0; i < 3000; i++) {
            get(store.put(new Key("many", Integer.toString(i), "0a0b0c0d"), value));
        }
        Sweep.Names everything = Sweep.Names.of(List.of("*"));
        long before = calls("scan");
        long keysBefore = calls("keys");
        assertThat(get(store.list(everything, 5))).hasSize(5);
        assertThat(calls("scan") - before).isLessThan(10);
        assertThat(get(store.list(everything, 5000))).hasSize(3000).doesNotHaveDuplicates();
        assertThat(calls("scan") - before).isGreaterThan(30);
        assertThat(calls("keys")).isEqualTo(keysBefore);
        assertThat(get(store.list(Sweep.Names.of(List.of("many:29??")), 5000))).hasSize(100);
    }

    @Test
    void aTagThatIsNoNumberCountsAsGone() {
        client.getBucket("test:tag:{:t}", ByteArrayCodec.INSTANCE).set(bytes("what?"));
        assertThat(get(store.read(KEY, List.of("t"))).tags()).isEmpty();
    }

    @Test
    void keysWithBracesAndBlanksKeepToTheirSlot() {
        Key odd = new Key("users", "a%7Bb%7D %3A", "0a0b0c0d");
        get(store.put(odd, new Store.Value(bytes("v"), LONG)));
        assertThat(client.getKeys().getKeys()).contains("test:{users:a%7Bb%7D %3A}:0a0b0c0d");
    }

    @Test
    void aSweepFindsEverythingAmongManyKeys() {
        Store.Value value = new Store.Value(bytes("v"), Duration.ofHours(1));
        for (int i = 0; i < 3000; i++) {
            get(store.put(new Key("many", Integer.toString(i), "0a0b0c0d"), value));
        }
        client.getBucket("other:{many:1}:0a0b0c0d").set(bytes("not ours"));
        assertThat(get(store.sweep(new Sweep.All("many")))).isEqualTo(3000);
        assertThat(client.getKeys()
                        .getKeysStream(KeysScanOptions.defaults().pattern("*many*}:0a0b0c0d"))
                        .toList())
                .containsExactly("other:{many:1}:0a0b0c0d");
    }
}
