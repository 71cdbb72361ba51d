package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What users are told as it happens. */
@RunAsClient
@Timeout(180)
@ExtendWith(ArquillianExtension.class)
class NotificationsIT {

    private static final String STREAM = "/api/v1/notifications/stream";

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    private static String task(JsonNode task) {
        return "{\"taskId\":%d}".formatted(task.path("id").asLong());
    }

    private static JsonNode assign(Login to) {
        return new Board(new Client()).newTask("told", to.user());
    }

    @Test
    void whoseATaskBecomesIsToldAndNobodyElse() {
        Login assignee = Login.ofNewUser();
        Login other = Login.ofNewUser();
        try (EventStream told = EventStream.of(assignee.client());
                EventStream untold = EventStream.of(other.client())) {
            JsonNode task = assign(assignee);
            told.await("task-assigned", task(task));
            JsonNode later = assign(other);
            untold.await("task-assigned", task(later));
            assertThat(untold.said()).containsExactly("task-assigned " + task(later));
            assertThat(told.said()).containsExactly("task-assigned " + task(task));
        }
    }

    @Test
    void aChangeThatLeavesATaskWhoseItIsTellsNothing() {
        Login assignee = Login.ofNewUser();
        try (EventStream told = EventStream.of(assignee.client())) {
            JsonNode task = assign(assignee);
            new Client().put(Board.path(task), Board.body("again", assignee.user(), "DONE"));
            JsonNode next = assign(assignee);
            told.await("task-assigned", task(next));
            assertThat(told.said()).containsExactly("task-assigned " + task(task), "task-assigned " + task(next));
        }
    }

    @Test
    void theAuthorOfAPostIsToldOfCommentsOfOthers() {
        Login author = Login.ofNewUser();
        Login reader = Login.ofNewUser();
        try (EventStream told = EventStream.of(author.client());
                EventStream untold = EventStream.of(reader.client())) {
            long post = author.client()
                    .post("/api/v1/posts", "{\"title\":\"t\",\"content\":\"c\"}")
                    .json()
                    .path("id")
                    .asLong();
            String comments = "/api/v1/posts/%d/comments".formatted(post);
            author.client().post(comments, "{\"content\":\"mine\"}");
            long comment = reader.client()
                    .post(comments, "{\"content\":\"theirs\"}")
                    .json()
                    .path("id")
                    .asLong();
            String data = "{\"commentId\":%d,\"postId\":%d,\"authorId\":%d}".formatted(comment, post, reader.user());
            told.await("comment-added", data);
            assertThat(told.said()).containsExactly("comment-added " + data);
            JsonNode task = assign(reader);
            untold.await("task-assigned", task(task));
            assertThat(untold.said()).as("nor is the commenter").hasSize(1);
        }
    }

    @Test
    void aSessionThatIsEndedIsToldToTheOthersAndItsOwnStreamsEnd() {
        Login one = Login.ofNewUser();
        Login two = Login.as(one.email(), one.password());
        try (EventStream staying = EventStream.of(one.client());
                EventStream ending = EventStream.of(two.client())) {
            assertThat(two.client()
                            .send("POST", "/api/v1/auth/logout", BodyPublishers.noBody())
                            .status())
                    .isEqualTo(204);
            ending.awaitEnd();
            EventStream.Block block = staying.await(each -> each.field("event").equals("session-revoked"));
            assertThat(block.field("data")).matches("\\{\"sessionId\":\"[A-Za-z0-9_-]{20,64}\"}");
            assertThat(ending.said()).isSubsetOf(block.said());
        }
    }

    @Test
    void theEndOfAllSessionsEndsAllStreams() {
        Login one = Login.ofNewUser();
        Login two = Login.as(one.email(), one.password());
        try (EventStream first = EventStream.of(one.client());
                EventStream second = EventStream.of(two.client())) {
            one.client().send("POST", "/api/v1/auth/logout-all", BodyPublishers.noBody());
            first.awaitEnd();
            second.awaitEnd();
        }
    }

    @Test
    void aStreamEndsWithItsToken() throws Exception {
        Login user = Login.ofNewUser();
        try (EventStream told = EventStream.of(Client.with(new Forgery().brief(user.user(), 3)))) {
            told.awaitEnd();
        }
    }

    @Test
    void whoResumesMissesNothingAndHearsNothingTwice() {
        Login user = Login.ofNewUser();
        String last;
        try (EventStream told = EventStream.of(user.client())) {
            told.await("task-assigned", task(assign(user)));
            last = told.lastId();
        }
        JsonNode one = assign(user);
        JsonNode two = assign(user);
        try (EventStream told = EventStream.of(user.client(), "Last-Event-ID", last)) {
            JsonNode three = assign(user);
            told.await("task-assigned", task(three));
            assertThat(told.said())
                    .containsExactly(
                            "task-assigned " + task(one), "task-assigned " + task(two), "task-assigned " + task(three));
        }
    }

    @Test
    void whoBeginsLearnsAtOnceWhereToResume() {
        Login user = Login.ofNewUser();
        String last;
        try (EventStream told = EventStream.of(user.client())) {
            last = told.lastId();
            assertThat(told.said()).isEmpty();
        }
        JsonNode task = assign(user);
        try (EventStream told = EventStream.of(user.client(), "Last-Event-ID", last)) {
            told.await("task-assigned", task(task));
        }
    }

    @Test
    void whoResumesFromWhatIsNotThereAnyMoreIsToldOfAGap() {
        assign(Login.ofNewUser());
        Login user = Login.ofNewUser();
        for (String number : List.of("1", "999999999999999999")) {
            try (EventStream told = EventStream.of(user.client(), "Last-Event-ID", number)) {
                told.await("gap", "{}");
                JsonNode task = assign(user);
                told.await("task-assigned", task(task));
            }
        }
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        Client client = Login.ofNewUser().client();
        for (String number : List.of("x", "-1", "1.5", "01", "1000000000000000000", "1-0")) {
            client.get(STREAM, "Last-Event-ID", number)
                    .refuses("Last-Event-ID", "must be a whole number from 0 to 999999999999999999");
        }
    }

    @Test
    void whoWantsNoEventsIsRefused() {
        Client client = Login.ofNewUser().client();
        assertThat(client.get(STREAM, "Accept", "application/json").status()).isEqualTo(406);
    }

    @Test
    void whoAsksForTheHeadersAloneGetsThem() {
        Answer answer = Login.ofNewUser().client().send("HEAD", STREAM, BodyPublishers.noBody());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
    }

    @Test
    void commentsKeepTheStreamAlive() {
        try (EventStream told = EventStream.of(Login.ofNewUser().client())) {
            told.await(EventStream.Block::isComment);
        }
    }

    @Test
    void aUserWithTooManyStreamsIsRefusedUntilOneIsClosed() {
        Client client = Login.ofNewUser().client();
        List<EventStream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                streams.add(EventStream.of(client));
            }
            Answer refused = client.get(STREAM);
            refused.isProblem(429, "Too Many Requests", "There are too many streams of this user.", "");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            streams.get(0).close();
            // the next heartbeats find out
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (client.get(STREAM).status() != 200) {
                assertThat(System.nanoTime()).as("nobody is let in").isLessThan(end);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        } finally {
            streams.forEach(EventStream::close);
        }
    }

    @Test
    void aStreamOutlivesTheDeathOfRedis() {
        Login user = Login.ofNewUser();
        try (EventStream told = EventStream.of(user.client())) {
            told.await("task-assigned", task(assign(user)));
            JsonNode meanwhile;
            Backends.stopRedis();
            try {
                meanwhile = assign(user);
            } finally {
                Backends.startRedis();
            }
            told.await("task-assigned", task(meanwhile));
            assertThat(told.said()).as("Redis came back empty").contains("gap {}");
        }
    }
}
