package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.event.Events;
import dev.alacena.cache.engine.Scheduler;
import dev.alacena.cache.engine.event.Diary;
import dev.alacena.cache.engine.event.EventHub;
import dev.alacena.cache.engine.event.Note;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events between two nodes while Redis is killed or frozen, under the settings of production. */
class EventOutageTest {
    private final RedisProcess redis = new RedisProcess();
    private final Peer one = new Peer(redis.topology());
    private final Peer two = new Peer(redis.topology());

    /** The events of a node. */
    private static final class Peer implements AutoCloseable {
        private final Node node;
        private final Scheduler scheduler = new Scheduler();
        private final ExecutorService executor = Executors.newCachedThreadPool();
        private final EventHub hub;

        Peer(Topology topology) {
            node = new Node(topology);
            hub = new EventHub(
                    ((DeferredStore) node.cupboard().store()).events(), scheduler, executor, Duration.ofMillis(300));
        }

        void say(String data) {
            hub.publish(new Note(UUID.randomUUID().toString(), "ana", "said", data));
        }

        @Override
        public void close() {
            hub.close();
            node.close();
            scheduler.close();
            executor.shutdownNow();
        }
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        redis.close();
    }

    private Diary begin() {
        Diary diary = new Diary(changed -> two.hub.follow("ana", Events.NOW, changed));
        Await.until("the node has heard what there was", () -> diary.reached() != Events.NOW);
        return diary;
    }

    private static void untilHeard(Diary diary, String line) {
        Await.until("it is heard: " + line, () -> diary.lines().contains(line));
    }

    @Test
    void whatOneNodePublishesAnotherHears() {
        Diary diary = begin();
        one.say("hello");
        untilHeard(diary, "said hello");
    }

    @Test
    void whoResumesOnAnotherNodeHearsWhatItHasMissed() {
        Diary diary = begin();
        one.say("before");
        untilHeard(diary, "said before");
        Diary other = new Diary(changed -> one.hub.follow("ana", 1, changed));
        Await.until("it is told", () -> other.lines().contains("said before"));
        assertThat(other.lines()).as("1 is before all that there is").containsExactly("gap", "said before");
    }

    @Test
    void whatIsPublishedWhileRedisIsDeadIsHeardInOrderAfterItsReturn() {
        Diary diary = begin();
        one.say("before");
        untilHeard(diary, "said before");
        redis.stop();
        one.say("first");
        one.say("second");
        redis.start();
        untilHeard(diary, "said second");
        List<String> lines = diary.lines();
        assertThat(lines)
                .filteredOn(line -> line.startsWith("said"))
                .containsExactly("said before", "said first", "said second");
        assertThat(lines).as("Redis came back empty").contains("gap");
    }

    @Test
    void aFrozenRedisLosesNothing() {
        Diary diary = begin();
        one.say("before");
        untilHeard(diary, "said before");
        redis.frozen(true);
        try {
            one.say("meanwhile");
        } finally {
            redis.frozen(false);
        }
        one.say("after");
        untilHeard(diary, "said after");
        assertThat(diary.lines()).containsExactly("said before", "said meanwhile", "said after");
    }
}
