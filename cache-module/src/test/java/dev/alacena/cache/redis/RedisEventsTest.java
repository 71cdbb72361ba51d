package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Sweep;
import dev.alacena.cache.engine.event.EventStore;
import dev.alacena.cache.engine.event.EventStoreContract;
import dev.alacena.cache.engine.event.Note;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redisson.api.RedissonClient;

/** Real servers of any kind keep events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisEventsTest extends EventStoreContract {
    private static final String NAME = "test:{events}";

    private Servers servers;
    private RedissonClient client;
    private RedisStore store;

    protected abstract Servers servers();

    @BeforeAll
    void start() {
        servers = servers();
        RedissonClient connected =
                RedisStoreTest.connection(servers.topology(), servers.login()).open();
        store = new RedisStore(
                new RedisStore.Base(connected, connected, System::nanoTime, Runnable::run),
                new RedisStore.Rules("test", Duration.ofMinutes(1), Duration.ZERO));
        client = RedisStoreTest.connection(servers.topology()).open();
    }

    @AfterAll
    void stop() {
        client.shutdown();
        store.close();
        servers.close();
    }

    @Override
    protected EventStore store() {
        return store.events();
    }

    private void add(String id) {
        store().add(new Note(id, "ana", "said", ""))
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private EventStore.Turn all() {
        return store().from(0)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void eventsAreForgottenADayAfterTheLast() {
        add("one");
        assertThat(client.getStream(NAME).remainTimeToLive())
                .isBetween(Duration.ofHours(23).toMillis(), Duration.ofDays(1).toMillis());
    }

    @Test
    void aServerThatHasLostThemGoesOnWithGreaterNumbers() {
        add("one");
        long before = all().last();
        client.getKeys().delete(NAME);
        assertThat(all()).isEqualTo(new EventStore.Turn(EventStore.START, List.of()));
        add("two");
        assertThat(all().last()).isGreaterThan(before + 1);
        assertThat(all().events()).hasSize(1);
    }

    @Test
    void clearingAllCachesLeavesEventsAlone() {
        add("kept");
        long last = all().last();
        store.sweep(new Sweep.Everything())
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        assertThat(all().last()).isEqualTo(last);
    }
}
