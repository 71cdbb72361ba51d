package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.embedded.RedisServer;

/** A planted secret is found wherever it is, and is not told. */
@SuppressWarnings("NullAway.Init") // JUnit sets them
class CanariesTest {
    private static final String CANARY = "canary-5f1d";

    private static RedisServer server;
    private static Keys redis;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server = RedisServer.newRedisServer()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .build();
        server.start();
        redis = new Keys(port);
    }

    @AfterAll
    static void stop() throws IOException {
        redis.close();
        server.stop();
    }

    @BeforeEach
    void empty() {
        call("FLUSHALL");
        call("SET harmless value");
    }

    private static void call(String command) {
        redis.call(Arrays.stream(command.split(" ")).map(Keys::bytes).toArray(byte[][]::new));
    }

    private static Canaries canaries() {
        return new Canaries("another-9c0e", CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET k x-canary-5f1d-x",
                "HSET k field canary-5f1d",
                "HSET k canary-5f1d value",
                "ZADD k 1 canary-5f1d",
                "RPUSH k a canary-5f1d",
                "SADD k canary-5f1d",
                "XADD k * field canary-5f1d",
                "XADD k * canary-5f1d value"
            })
    void itIsFoundInValuesOfEveryType(String command) {
        call(command);
        assertThat(canaries().inRedis(redis).found()).containsExactly("canary 1 in Redis at k");
    }

    @Test
    void itIsFoundInKeys() {
        call("SET users:canary-5f1d value");
        assertThat(canaries().inRedis(redis).found()).containsExactly("canary 1 in a key of Redis");
    }

    @Test
    void itIsFoundAmongManyKeys() {
        for (int i = 0; i < 2500; i++) {
            call("SET many:" + i + " value");
        }
        call("SET last canary-5f1d");
        assertThat(canaries().inRedis(redis).found()).contains("canary 1 in Redis at last");
    }

    @Test
    void itIsFoundInTheLog() throws IOException {
        Path log = Files.writeString(folder.resolve("server.log"), "one\nWARNING: canary-5f1d\n");
        assertThat(canaries().inFile(log).found()).containsExactly("canary 1 in file server.log");
    }

    @Test
    void itIsFoundInBodiesAndHeadersOfAnswers() throws Exception {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        http.createContext("/leak", exchange -> {
            exchange.getResponseHeaders().add("X-Debug", CANARY);
            byte[] body = Keys.bytes("{\"a\":\"%s\"}".formatted(CANARY));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        http.start();
        try {
            URI uri = URI.create(
                    "http://127.0.0.1:%d/leak".formatted(http.getAddress().getPort()));
            Answer answer = Answer.of(
                    HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()));
            assertThat(canaries().inAnswers(List.of(answer)).found())
                    .containsExactlyInAnyOrder(
                            "canary 1 in the answer of /leak", "canary 1 in the answer of /leak, header x-debug");
        } finally {
            http.stop(0);
        }
    }

    @Test
    void whereThereIsNoneNothingIsFoundAndNothingIsTold() throws IOException {
        Path log = Files.writeString(folder.resolve("server.log"), "canary-5f1");
        assertThat(canaries().inRedis(redis).inFile(log).found()).isEmpty();
        call("SET k canary-5f1d");
        assertThat(canaries().inRedis(redis).found().toString()).doesNotContain(CANARY);
    }

    @Test
    void aCanaryThatChanceCouldMakeIsNone() {
        assertThatThrownBy(() -> new Canaries("abc")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(Canaries::new).isInstanceOf(IllegalArgumentException.class);
    }
}
