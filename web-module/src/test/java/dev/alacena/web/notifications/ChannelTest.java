package dev.alacena.web.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.event.Event;
import dev.alacena.api.event.Events;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written to a client, and when, with a connection and events that a test plays. */
class ChannelTest {

    private final Connection connection = new Connection();
    private final Script script = new Script();
    private final List<Channel> ended = new ArrayList<>();
    private final Channel channel = new Channel(
            connection,
            changed -> {
                script.changed = changed;
                return script;
            },
            event -> event.type().equals("last"),
            ended::add);

    /** Takes so many writes and no more; the container fails on others. */
    private static final class Connection extends ServletOutputStream {
        private final StringBuilder written = new StringBuilder();
        private int room = Integer.MAX_VALUE;
        private boolean broken;
        private int flushes;
        private int asked;

        @Override
        public boolean isReady() {
            asked++;
            return room > 0;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int one) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            use();
            written.append(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void flush() throws IOException {
            use();
            flushes++;
        }

        private void use() throws IOException {
            assertThat(room).as("nobody writes to what is not ready").isPositive();
            room--;
            if (broken) {
                throw new IOException("of the test");
            }
        }

        /** What was written since the last time. */
        String taken() {
            String taken = written.toString();
            written.setLength(0);
            return taken;
        }
    }

    /** Tells what a test puts in. */
    private static final class Script implements Events.Follower {
        private final Deque<Events.Batch> batches = new ArrayDeque<>();
        private long reached = Events.NOW;
        private Runnable changed = () -> {};
        private int taken;
        private boolean closed;

        void put(boolean gap, Event... events) {
            reached = events.length == 0 ? reached : events[events.length - 1].number();
            batches.add(new Events.Batch(reached, gap, List.of(events)));
        }

        @Override
        public Events.Batch next(int most) {
            taken++;
            Events.Batch batch = batches.poll();
            return batch == null ? new Events.Batch(reached, false, List.of()) : batch;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static Event event(long number) {
        return new Event(number, "ana", "said", "{\"n\":%d}".formatted(number));
    }

    private static String block(long number) {
        return "id: %1$d\nevent: said\ndata: {\"n\":%1$d}\n\n".formatted(number);
    }

    private String begun() {
        channel.onWritePossible();
        return connection.taken();
    }

    @Test
    void itBeginsWithTheNumberToResumeFrom() {
        script.reached = 7;
        assertThat(begun()).isEqualTo("retry: 3000\n\nid: 7\n\n");
        assertThat(connection.flushes).isPositive();
    }

    @Test
    void whileTheNodeKnowsNothingThereIsNoNumber() {
        assertThat(begun()).isEqualTo("retry: 3000\n\n");
        script.reached = 7;
        script.changed.run();
        assertThat(connection.taken()).isEqualTo("id: 7\n\n");
    }

    @Test
    void eventsAreWrittenAsTheyComeAndFlushed() {
        begun();
        script.put(false, event(1), event(2));
        script.changed.run();
        assertThat(connection.taken()).isEqualTo(block(1) + block(2));
        int flushes = connection.flushes;
        script.put(false, event(3));
        script.changed.run();
        assertThat(connection.taken()).isEqualTo(block(3));
        assertThat(connection.flushes).isEqualTo(flushes + 1);
    }

    @Test
    void aGapIsToldBeforeWhatComesAfterIt() {
        begun();
        script.put(true, event(9));
        script.changed.run();
        assertThat(connection.taken()).isEqualTo("event: gap\ndata: {}\n\n" + block(9));
    }

    @Test
    void aGapWithNothingAfterItBringsTheNumberToResumeFrom() {
        script.reached = 9;
        begun();
        script.reached = 3;
        script.put(true);
        script.changed.run();
        assertThat(connection.taken()).isEqualTo("event: gap\ndata: {}\n\nid: 3\n\n");
    }

    @Test
    void nothingIsTakenForAClientThatIsNotReadyAndNothingIsLost() {
        begun();
        connection.room = 0;
        script.put(false, event(1));
        script.changed.run();
        script.put(false, event(2));
        script.changed.run();
        int taken = script.taken;
        script.put(false, event(3));
        script.changed.run();
        assertThat(script.taken).isEqualTo(taken);
        assertThat(connection.taken()).isEmpty();
        connection.room = Integer.MAX_VALUE;
        channel.onWritePossible();
        assertThat(connection.taken()).isEqualTo(block(1) + block(2) + block(3));
    }

    @Test
    void aHeartbeatIsACommentAndTellsOfNumbersOfOthers() {
        script.reached = 7;
        begun();
        channel.heartbeat();
        assertThat(connection.taken()).isEqualTo(": \n\n");
        script.reached = 8;
        channel.heartbeat();
        assertThat(connection.taken()).isEqualTo(": \n\nid: 8\n\n");
    }

    @Test
    void aClientThatTakesNothingBetweenTwoHeartbeatsIsDropped() {
        begun();
        connection.room = 1;
        script.put(false, event(1), event(2));
        script.changed.run();
        channel.heartbeat();
        assertThat(ended).as("it has taken something just before").isEmpty();
        channel.heartbeat();
        assertThat(ended).containsExactly(channel);
        assertThat(script.closed).isTrue();
    }

    @Test
    void aClientThatIsSlowAndTakesSomethingIsNot() {
        begun();
        connection.room = 1;
        script.put(false, event(1), event(2), event(3), event(4));
        script.changed.run();
        for (int beats = 0; beats < 4; beats++) {
            channel.heartbeat();
            connection.room = 1;
            channel.onWritePossible();
        }
        assertThat(ended).isEmpty();
    }

    @Test
    void afterTheLastEventItEndsAndItIsWrittenBefore() {
        begun();
        script.put(false, event(1), new Event(2, "ana", "last", "{}"), event(3));
        script.changed.run();
        assertThat(connection.taken()).isEqualTo(block(1) + "id: 2\nevent: last\ndata: {}\n\n");
        assertThat(ended).containsExactly(channel);
    }

    @Test
    void aConnectionThatIsGoneEndsItOnce() {
        begun();
        connection.broken = true;
        channel.heartbeat();
        channel.onError(new IOException("of the test"));
        channel.close();
        assertThat(ended).containsExactly(channel);
        assertThat(script.closed).isTrue();
    }

    @Test
    void noTextOfAnEventCanBeTakenForAnother() {
        begun();
        script.put(false, new Event(1, "ana", "said\nid: 9", "one\r\nevent: forged\rid: 7\n"));
        script.changed.run();
        assertThat(connection.taken())
                .isEqualTo("id: 1\nevent: said id: 9\ndata: one\ndata: event: forged\ndata: id: 7\ndata: \n\n");
    }

    @Test
    void whatHasEndedIsNotTouchedAnyMore() {
        begun();
        channel.close();
        int asked = connection.asked;
        script.put(false, event(1));
        script.changed.run();
        channel.onWritePossible();
        channel.heartbeat();
        assertThat(connection.asked).isEqualTo(asked);
        assertThat(connection.taken()).isEmpty();
        assertThat(ended).hasSize(1);
    }
}
