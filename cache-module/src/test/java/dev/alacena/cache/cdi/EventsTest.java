package dev.alacena.cache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.alacena.api.event.Event;
import dev.alacena.api.event.Events;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events in a real container, without Redis. */
class EventsTest {
    private static final String LONGEST = "n".repeat(Events.LONGEST_NAME);
    private static final String DATA = "d".repeat(Events.LONGEST_DATA);

    private final WeldContainer container =
            new Weld().addBeanClasses(Shop.class).initialize();
    private final Events events = container.select(Events.class).get();

    @AfterEach
    void close() {
        container.close();
    }

    @Test
    void whatIsPublishedIsFollowed() throws InterruptedException {
        CountDownLatch changed = new CountDownLatch(2); // it has begun; something has come
        try (Events.Follower follower = events.follow(LONGEST, Events.NOW, changed::countDown)) {
            events.publish(LONGEST, LONGEST, DATA);
            assertThat(changed.await(20, TimeUnit.SECONDS)).isTrue();
            Events.Batch batch = follower.next(9);
            assertThat(batch.gap()).isFalse();
            assertThat(batch.events()).containsExactly(new Event(batch.reached(), LONGEST, LONGEST, DATA));
        }
    }

    @Test
    void whatIsTooLongOrNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> events.publish("", "said", ""))
                .withMessage("subject has 0 characters; it must have 1 to 256");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> events.publish(LONGEST + "n", "said", ""))
                .withMessageContaining("257");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> events.publish("ana", "", ""))
                .withMessageStartingWith("type has 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> events.publish("ana", "said", DATA + "d"))
                .withMessage("data has 1001 characters; it must have 0 to 1000");
        assertThatIllegalArgumentException().isThrownBy(() -> events.follow("", 0, () -> {}));
    }

    @Test
    void anotherNumberThanOfAnEventIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> events.follow("ana", -2, () -> {}))
                .withMessage("-2 is not the number of an event");
    }
}
