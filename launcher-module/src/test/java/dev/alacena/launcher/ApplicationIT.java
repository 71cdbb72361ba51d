package dev.alacena.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The application on two nodes with one Redis and one PostgreSQL, while parts of it go away. What the cache holds is
 * seen by changing the database behind it: the old name is the cached one. The tests share the processes; the last one
 * leaves them without a database.
 */
@ParameterizedClass
@ValueSource(strings = {"payara", "wildfly"})
@TestMethodOrder(OrderAnnotation.class)
class ApplicationIT {

    private static final Duration LOAD = Duration.ofSeconds(4);
    private static final int USERS = 40;

    private static int port;
    private static String token = "";
    private static Deployment deployment = deployment("payara");

    @SuppressWarnings("UnusedVariable") // the name of the test
    private final String server;

    ApplicationIT(String server) {
        this.server = server;
    }

    @BeforeParameterizedClassInvocation
    static void start(String server) throws Exception {
        deployment = deployment(server);
        deployment.start();
        token = Http.login(port);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        deployment.close();
    }

    @Test
    @Order(1)
    void bothNodesAnswerTheSameFromTheDemoData() throws Exception {
        HttpResponse<String> one = Http.get(port, "/api/v1/users?limit=1000", token);
        HttpResponse<String> other = Http.get(port + 1, "/api/v1/users?limit=1000", token);

        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(one.body()).contains("user1@example.org", "user1000@example.org");
        assertThat(other.body()).isEqualTo(one.body());
    }

    @Test
    @Order(2)
    void theCommandsOfTheDocumentationDoWhatItSays(@TempDir Path directory) throws Exception {
        List<Walk> walks = Walk.all();

        assertThat(walks).hasSizeGreaterThan(1);
        for (Walk walk : walks) {
            walk.run(port, directory);
        }
    }

    @Test
    @Order(3)
    void oneNodeAnswersFromWhatTheOtherCached() throws Exception {
        String cached = Http.get(port, "/api/v1/users/7", token).body();
        changeBehindTheCache(7);

        assertThat(Http.get(port + 1, "/api/v1/users/7", token).body()).isEqualTo(cached);
    }

    @Test
    @Order(4)
    @Timeout(60)
    void whatHappensOnOneNodeIsToldToClientsOfTheOther() throws Exception {
        try (Stream<String> lines = Http.lines(port + 1, "/api/v1/notifications/stream", token)) {
            Iterator<String> told = lines.iterator();
            while (!told.next().startsWith("id:")) {
                // it has not begun yet
            }
            String task = Http.post(port, "/api/v1/tasks", token, "{\"title\":\"told\",\"assigneeId\":1}")
                    .body();
            String id = task.replaceFirst("^\\{\"id\":([0-9]+),.*", "$1");

            String line = told.next();
            while (!line.startsWith("data:")) {
                line = told.next();
            }
            assertThat(line).isEqualTo("data: {\"taskId\":" + id + "}");
        }
    }

    @Test
    @Order(5)
    void afterARestartOfTheApplicationLevelTwoAnswers() throws Exception {
        String cached = Http.get(port, "/api/v1/users/8", token).body();
        changeBehindTheCache(8);

        restart();

        assertThat(Http.get(port, "/api/v1/users/8", token).body()).isEqualTo(cached);
        assertThat(Http.get(port + 1, "/api/v1/users/8", token).body()).isEqualTo(cached);
    }

    @Test
    @Order(6)
    void noRequestFailsWhenRedisIsKilledUnderLoad() throws Exception {
        Child redis = part(Child.class);
        ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
        List<Future<?>> clients = load(statuses);

        assertThat(Await.until(LOAD, () -> statuses.size() > 100)).isTrue();
        redis.child().destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        int before = statuses.size();
        for (Future<?> client : clients) {
            client.get(60, TimeUnit.SECONDS);
        }

        assertThat(statuses).hasSizeGreaterThan(before + 100).containsOnly(200);
        assertThat(Http.get(port, "/health").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(7)
    void withoutTheDatabaseItSaysSo() throws Exception {
        deployment.stop(part(Postgres.class));

        HttpResponse<String> answer = Http.get(port, "/api/v1/users/900", token);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(Http.get(port + 1, "/health").statusCode()).isEqualTo(503);
    }

    private static Deployment deployment(String server) {
        try {
            port = Run.ports();
            return new Deployment(
                    Options.parse("server=" + server, "nodes=2", "port=" + port), new Console(System.out, System.err));
        } catch (LaunchFailure e) {
            throw new IllegalStateException(e);
        }
    }

    private static <P extends Part> P part(Class<P> type) {
        return deployment.parts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void restart() throws LaunchFailure {
        deployment.stop(part(Node.class));
        deployment.stop(part(Node.class));
        List<Node> nodes = List.of(deployment.startNode(port), deployment.startNode(port + 1));
        for (Node node : nodes) {
            deployment.awaitReady(node);
        }
    }

    private static void changeBehindTheCache(long id) throws SQLException {
        try (Connection connection =
                        part(Postgres.class).database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            int changed = statement.executeUpdate("UPDATE users SET full_name = 'Changed' WHERE id = " + id);
            assertThat(changed).isEqualTo(1);
        }
    }

    private static List<Future<?>> load(ConcurrentLinkedQueue<Integer> statuses) {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> clients = new ArrayList<>();
        for (int client = 0; client < 4; client++) {
            int offset = client;
            clients.add(threads.submit(() -> request(offset, statuses)));
        }
        threads.shutdown();
        return clients;
    }

    private static Void request(int offset, ConcurrentLinkedQueue<Integer> statuses)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + 2 * LOAD.toNanos();
        for (int i = offset; System.nanoTime() - end < 0; i++) {
            String path = "/api/v1/users/" + (1 + i % USERS);
            statuses.add(Http.get(port + i % 2, path, token).statusCode());
        }
        return null;
    }
}
