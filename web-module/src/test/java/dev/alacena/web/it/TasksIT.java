package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tasks are what {@code rest-api} says, and nothing that is done with them leaves a warning in the log. */
@Timeout(60)
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class TasksIT {

    private static final String NO_TASK = "There is no such task.";
    private static final String NO_USER = "There is no such user.";
    private static final String NOT_A_STATUS = "must be PENDING, IN_PROGRESS, DONE or CANCELLED";
    private static final String NOT_A_USER = "must be the id of a user";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Client client = new Client();
    private final Board board = new Board(client);
    private final Counts counts = new Counts();
    private final ServerLog log = new ServerLog();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    @BeforeEach
    void markTheLog() {
        log.mark();
    }

    @AfterEach
    void nothingIsLoggedAboveInfo() {
        assertThat(log.complaints()).isEmpty();
    }

    private long newUser() {
        return client.newUser(Client.unusedName());
    }

    @Test
    void aNewTaskIsAnsweredWithItsLocationAndIsThere() {
        long user = newUser();
        Answer created = client.post(
                Board.TASKS,
                "{\"title\":\" Shelves \",\"description\":\"Three.\\nOf oak.\",\"assigneeId\":%d}".formatted(user));
        assertThat(created.status()).isEqualTo(201);
        JsonNode task = created.json();
        assertThat(created.header("Location")).endsWith(Board.path(task));
        assertThat(task.fieldNames())
                .toIterable()
                .containsExactly("id", "title", "description", "assigneeId", "status", "createdAt");
        assertThat(task.path("title").asText()).isEqualTo("Shelves");
        assertThat(task.path("description").asText()).isEqualTo("Three.\nOf oak.");
        assertThat(task.path("assigneeId").asLong()).isEqualTo(user);
        assertThat(task.path("status").asText()).isEqualTo("PENDING");
        assertThat(Instant.parse(task.path("createdAt").asText()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(client.get(Board.path(task)).body()).isEqualTo(created.body());
    }

    @Test
    void aTaskNeedsNobodyAndNoDescription() {
        JsonNode task = client.post(Board.TASKS, "{\"title\":\"Loose\"}").json();
        assertThat(task.fieldNames()).toIterable().containsExactly("id", "title", "description", "status", "createdAt");
        assertThat(client.get(Board.path(task)).json()).isEqualTo(task);
    }

    @Test
    void theTimesFollowTheStatus() {
        JsonNode task = board.newTask("Timed", newUser());
        JsonNode begun = to(task, "IN_PROGRESS");
        assertThat(begun.has("startedAt")).isTrue();
        assertThat(begun.has("completedAt")).isFalse();
        JsonNode done = to(task, "DONE");
        assertThat(done.path("startedAt")).isEqualTo(begun.path("startedAt"));
        assertThat(Instant.parse(done.path("completedAt").asText()))
                .isAfterOrEqualTo(Instant.parse(done.path("startedAt").asText()));
        assertThat(to(task, "DONE")).isEqualTo(done);
        JsonNode again = to(task, "IN_PROGRESS");
        assertThat(again.path("startedAt")).isEqualTo(begun.path("startedAt"));
        assertThat(again.has("completedAt")).isFalse();
        assertThat(to(task, "CANCELLED").path("startedAt")).isEqualTo(begun.path("startedAt"));
        assertThat(to(task, "PENDING").has("startedAt")).isFalse();
        assertThat(client.post(Board.TASKS, Board.body("Done already", null, "DONE"))
                        .json()
                        .fieldNames())
                .toIterable()
                .containsExactly("id", "title", "description", "status", "createdAt", "completedAt");
    }

    private JsonNode to(JsonNode task, String status) {
        long assignee = task.path("assigneeId").asLong();
        Answer changed = client.put(Board.path(task), Board.body("Timed", assignee, status));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("createdAt")).isEqualTo(task.path("createdAt"));
        assertThat(client.get(Board.path(task)).body()).isEqualTo(changed.body());
        return changed.json();
    }

    @Test
    void aChangeThatSaysNothingOfTheStatusLeavesIt() {
        JsonNode done =
                client.post(Board.TASKS, Board.body("Title", newUser(), "DONE")).json();
        JsonNode changed = client.put(Board.path(done), "{\"title\":\"Other\"}").json();
        assertThat(changed.path("status").asText()).isEqualTo("DONE");
        assertThat(changed.path("completedAt")).isEqualTo(done.path("completedAt"));
        assertThat(changed.has("assigneeId")).isFalse();
    }

    @Test
    void everyUserMayChangeEveryTask() {
        Login one = Login.ofNewUser();
        Login other = Login.ofNewUser();
        JsonNode task = new Board(one.client()).newTask("Shared", one.user());
        assertThat(other.client()
                        .put(Board.path(task), Board.body("Mine", other.user(), "DONE"))
                        .status())
                .isEqualTo(200);
        assertThat(other.client().delete(Board.path(task)).status()).isEqualTo(204);
        one.client().get(Board.path(task)).isProblem(404, "Not Found", NO_TASK, "");
    }

    @Test
    void aTaskThatWasUnknownIsFoundOnceItExistsAndIsGoneOnceItIsDeleted() {
        JsonNode task = board.newTask("First", newUser());
        String next = Board.TASKS + "/" + (task.path("id").asLong() + 1);
        client.get(next).isProblem(404, "Not Found", NO_TASK, "");
        assertThat(Board.path(board.newTask("Second", newUser()))).isEqualTo(next);
        assertThat(client.get(next).status()).isEqualTo(200);
        assertThat(client.delete(next).status()).isEqualTo(204);
        client.get(next).isProblem(404, "Not Found", NO_TASK, "");
        client.delete(next).isProblem(404, "Not Found", NO_TASK, "");
        client.put(next, "{\"title\":\"None\"}").isProblem(404, "Not Found", NO_TASK, "");
    }

    @Test
    void theListOfAUserIsNewestFirstAndLinksItsParts() {
        long user = newUser();
        List<Long> ids = Stream.of("a", "b", "c")
                .map(title -> board.newTask(title, user).path("id").asLong())
                .toList();
        board.newTask("Somebody else's", newUser());
        Answer all = board.list(user);
        assertThat(all.json().findValues("id").stream().map(JsonNode::asLong))
                .containsExactly(ids.get(2), ids.get(1), ids.get(0));
        assertThat(all.header("X-Total-Count")).isEqualTo("3");
        String path = "/api/v1/users/%d/tasks".formatted(user);
        Answer part = client.get(path + "?skip=1&limit=1");
        assertThat(part.json().findValues("id").stream().map(JsonNode::asLong)).containsExactly(ids.get(1));
        assertThat(part.header("Link"))
                .contains("<%s?skip=2&limit=1>; rel=\"next\"".formatted(path))
                .contains("rel=\"prev\"");
        Answer behind = client.get(path + "?skip=7");
        assertThat(behind.body()).isEqualTo("[]");
        assertThat(behind.header("X-Total-Count")).isEqualTo("3");
        assertThat(client.get("/api/v1/users/%d/tasks".formatted(newUser())).body())
                .isEqualTo("[]");
    }

    @Test
    void aListOfOneStatusHasNoOthersAndItsLinksKeepIt() {
        long user = newUser();
        board.newTask("Open", user);
        client.post(Board.TASKS, Board.body("Done", user, "DONE"));
        client.post(Board.TASKS, Board.body("Done too", user, "DONE"));
        String path = "/api/v1/users/%d/tasks?status=".formatted(user);
        Answer done = client.get(path + "DONE&limit=1");
        assertThat(done.json().findValuesAsText("title")).containsExactly("Done too");
        assertThat(done.header("X-Total-Count")).isEqualTo("2");
        assertThat(done.header("Link")).contains("<%sDONE&skip=1&limit=1>; rel=\"next\"".formatted(path));
        assertThat(client.get(path + "CANCELLED").header("X-Total-Count")).isEqualTo("0");
        for (String status : List.of("", "done", "DONE,PENDING", "x")) {
            client.get(path + status).refuses("status", NOT_A_STATUS);
        }
    }

    @Test
    void theListIsAtItsOwnPathAndHidesNoOther() {
        long user = newUser();
        String path = "/api/v1/users/%d/tasks".formatted(user);
        client.get("/api/v1/users/999999999999999999/tasks").isProblem(404, "Not Found", NO_USER, "");
        client.get("/api/v1/users/none/tasks").refuses("id", "must be a whole number from 1 to 999999999999999999");
        client.get(path + "/1").isProblem(404, "Not Found", "There is nothing here.", "");
        client.delete(path).isProblem(405, "Method Not Allowed", "This path does not know the method.", "");
        assertThat(client.get("/api/v1/users/" + user).status()).isEqualTo(200);
        assertThat(client.get("/api/v1/users/by-email/tasks").status()).isEqualTo(400);
    }

    @Test
    void aBodyThatCannotBeIsRefusedWithTheFieldNamed() {
        String title = "must be 1 to 200 characters, none of them a control character";
        String description = "must be 5000 characters at most, no control characters but tabs and line ends";
        JsonNode task = board.newTask("Fine", newUser());
        for (String bad : List.of(
                "{}",
                "{\"title\":\"  \"}",
                "{\"title\":\"a\\u0000\"}",
                "{\"title\":\"%s\"}".formatted("x".repeat(201)))) {
            client.post(Board.TASKS, bad).refuses("title", title);
            client.put(Board.path(task), bad).refuses("title", title);
        }
        for (String bad : List.of("\\u0000", "\\ud800", "x".repeat(5001))) {
            client.post(Board.TASKS, "{\"title\":\"t\",\"description\":\"%s\"}".formatted(bad))
                    .refuses("description", description);
        }
        client.post(Board.TASKS, "{\"title\":\"t\",\"status\":\"done\"}").refuses("status", NOT_A_STATUS);
        client.post(Board.TASKS, "{\"title\":\"t\",\"status\":1}").refuses("status", "has the wrong type");
        for (String bad : List.of("\"7\"", "1.5", "true", "{}")) {
            client.post(Board.TASKS, "{\"title\":\"t\",\"assigneeId\":%s}".formatted(bad))
                    .refuses("assigneeId", "has the wrong type");
        }
        assertThat(client.get(Board.path(task)).json()).isEqualTo(task);
    }

    @Test
    void textsAreAsLongAsTheDatabaseKeepsThem() {
        String wide = "\uD83D\uDE00";
        Answer created = client.post(
                Board.TASKS,
                "{\"title\":\"%s\",\"description\":\"%s\"}".formatted(wide.repeat(200), wide.repeat(5000)));
        assertThat(created.status()).isEqualTo(201);
        assertThat(client.get(Board.path(created.json())).json().path("title").asText())
                .isEqualTo(wide.repeat(200));
    }

    @Test
    void aTaskForNobodyKnownIsRefused() {
        JsonNode task = board.newTask("Kept", newUser());
        for (long nobody : new long[] {999_999_999_999_999_999L, 0, -1, Long.MIN_VALUE}) {
            String body = Board.body("Lost", nobody, "PENDING");
            client.post(Board.TASKS, body).refuses("assigneeId", NOT_A_USER);
            client.put(Board.path(task), body).refuses("assigneeId", NOT_A_USER);
            client.put(Board.TASKS + "/999999999999999999", body).isProblem(404, "Not Found", NO_TASK, "");
        }
        assertThat(client.get(Board.path(task)).json()).isEqualTo(task);
    }

    @Test
    void ofTwoWhoChangeWhatBothSawTheSecondIsRefused() {
        long user = newUser();
        String path = Board.path(board.newTask("Seen", user));
        String seen = client.get(path).header("ETag");
        Answer winner = client.put(path, Board.body("First", user, "DONE"), "If-Match", seen);
        assertThat(winner.status()).isEqualTo(200);
        client.put(path, Board.body("Second", user, "DONE"), "If-Match", seen)
                .isProblem(412, "Precondition Failed", "It has been changed since it was read: read it again.", "");
        assertThat(client.get(path).body()).isEqualTo(winner.body());
    }

    @Test
    void ofManyWhoChangeWhatAllSawAtOnceOneWins() {
        long user = newUser();
        String path = Board.path(board.newTask("Seen", user));
        String seen = client.get(path).header("ETag");
        List<Answer> answers = Stream.iterate(0, i -> i + 1)
                .limit(8)
                .parallel()
                .map(i -> client.put(path, Board.body("Number " + i, user, "PENDING"), "If-Match", seen))
                .toList();
        List<Answer> won = answers.stream().filter(one -> one.status() == 200).toList();
        assertThat(won).hasSize(1);
        assertThat(answers).filteredOn(one -> one.status() == 412).hasSize(7);
        assertThat(client.get(path).body()).isEqualTo(won.get(0).body());
    }

    @Test
    void aChangeIsSeenByBothWhomItConcernsAndTakesNothingFromOthers() {
        long old = newUser();
        long next = newUser();
        long other = newUser();
        JsonNode task = board.newTask("Passed on", old);
        warm(old, next, other);
        client.put(Board.path(task), Board.body("Passed on", next, "DONE"));
        assertThat(board.list(old).header("X-Total-Count")).isEqualTo("0");
        assertThat(board.list(next).header("X-Total-Count")).isEqualTo("1");
        assertThat(board.statistics(old).json().path("totalTasks").asLong()).isZero();
        assertThat(board.statistics(next).json().path("completed").asLong()).isEqualTo(1);
        assertThat(board.list(other).header("X-Cache")).isEqualTo("HIT");
        assertThat(board.statistics(other).header("X-Cache")).isEqualTo("HIT");
        warm(old, next);
        client.delete(Board.path(task));
        assertThat(board.list(next).header("X-Total-Count")).isEqualTo("0");
        assertThat(board.statistics(next).json().path("completed").asLong()).isZero();
        assertThat(board.list(old).header("X-Cache")).isEqualTo("HIT");
        assertThat(board.statistics(old).header("X-Cache")).isEqualTo("HIT");
    }

    private void warm(long... users) {
        for (long user : users) {
            board.list(user);
            board.statistics(user);
            assertThat(board.list(user).header("X-Cache")).isEqualTo("HIT");
            assertThat(board.statistics(user).header("X-Cache")).isEqualTo("HIT");
        }
    }

    @Test
    void theTasksOfAUserWhoGoesAreNobodys() {
        long user = newUser();
        JsonNode task = board.newTask("Left behind", user);
        assertThat(client.get(Board.path(task)).json().path("assigneeId").asLong())
                .isEqualTo(user);
        warm(user);
        assertThat(client.delete("/api/v1/users/" + user).status()).isEqualTo(204);
        JsonNode left = client.get(Board.path(task)).json();
        assertThat(left.path("title").asText()).isEqualTo("Left behind");
        assertThat(left.has("assigneeId")).isFalse();
        board.list(user).isProblem(404, "Not Found", NO_USER, "");
        board.statistics(user).isProblem(404, "Not Found", NO_USER, "");
    }

    @Test
    void aTaskForAUserWhoIsJustGoingIsRefused() throws Exception {
        long user = newUser();
        JsonNode task = board.newTask("Kept", newUser());
        try (Connection connection = Backends.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("delete from users where id = " + user);
            String body = Board.body("Too late", user, "PENDING");
            CompletableFuture<Answer> created = CompletableFuture.supplyAsync(() -> client.post(Board.TASKS, body));
            awaitWaiter(connection);
            CompletableFuture<Answer> changed = CompletableFuture.supplyAsync(() -> client.put(Board.path(task), body));
            connection.commit();
            created.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).refuses("assigneeId", NOT_A_USER);
            changed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).refuses("assigneeId", NOT_A_USER);
        }
        assertThat(client.get(Board.path(task)).json()).isEqualTo(task);
    }

    @Test
    void aUserIsNotGoneBeforeATaskThatIsJustBeingGiven() throws Exception {
        long user = newUser();
        try (Connection connection = Backends.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate(
                    "insert into tasks (title, assignee_id) values ('Just in time', %d)".formatted(user));
            CompletableFuture<Answer> deleted =
                    CompletableFuture.supplyAsync(() -> client.delete("/api/v1/users/" + user));
            awaitWaiter(connection);
            connection.commit();
            assertThat(deleted.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).status())
                    .isEqualTo(204);
        }
    }

    private static void awaitWaiter(Connection holder) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Board.isWaitedFor(holder)) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    @Test
    void theSecondCallCostsNoStatement() {
        long user = newUser();
        JsonNode task = board.newTask("Cached", user);
        String list = "/api/v1/users/%d/tasks".formatted(user);
        for (String path : List.of(Board.path(task), list, list + "?status=PENDING", list + "?skip=1&limit=1")) {
            String first = client.get(path).body();
            counts.mark();
            Answer second = client.get(path);
            assertThat(second.body()).isEqualTo(first);
            assertThat(second.header("X-Cache")).isEqualTo("HIT");
            assertThat(counts.statements()).isZero();
        }
    }

    @Test
    void theFirstCallAfterAChangeCostsNoStatement() {
        JsonNode task = board.newTask("Written through", newUser());
        String changed = client.put(Board.path(task), "{\"title\":\"Changed\"}").body();
        counts.mark();
        assertThat(client.get(Board.path(task)).body()).isEqualTo(changed);
        assertThat(counts.statements()).isZero();
    }

    @Test
    void aListIsOneStatementHoweverLongItIs() {
        long user = newUser();
        client.get("/api/v1/users/" + user);
        board.newTask("First", user);
        counts.mark();
        assertThat(board.list(user).json()).hasSize(1);
        assertThat(counts.statements()).isEqualTo(1);
        Instant now = Instant.now();
        for (int i = 0; i < 20; i++) {
            Board.plant(user, now, null, null);
        }
        board.newTask("Last", user);
        counts.mark();
        assertThat(board.list(user).json()).hasSize(22);
        assertThat(counts.statements()).isEqualTo(1);
    }
}
