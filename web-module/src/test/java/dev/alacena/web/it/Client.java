package dev.alacena.web.it;

import dev.alacena.web.openapi.Contract;
import dev.alacena.web.openapi.Served;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A client of the REST API; the administrator's, unless it is made for somebody else. Every answer is as documented. */
final class Client {

    private static final String USERS = "/api/v1/users";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Supplier<String> token;

    Client() {
        this(() -> Login.administrator().accessToken());
    }

    private Client(Supplier<String> token) {
        this.token = token;
    }

    /** Without a token. */
    static Client nobody() {
        return new Client(() -> "");
    }

    static Client with(String token) {
        return new Client(() -> token);
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    Answer put(String path, String body, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(body), withType(headers));
    }

    /** A body to any path; {@link #post(String)} makes users. */
    Answer post(String path, String body, String... headers) {
        return send("POST", path, BodyPublishers.ofString(body), withType(headers));
    }

    private static String[] withType(String... headers) {
        return Stream.concat(Stream.of("Content-Type", "application/json"), Arrays.stream(headers))
                .toArray(String[]::new);
    }

    Answer post(String body) {
        return send("POST", USERS, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    /** Without saying how long the body is. */
    Answer postChunked(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        BodyPublisher chunks = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        return send("POST", USERS, chunks, "Content-Type", "application/json");
    }

    /** The answer, which is as the document says. */
    Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpResponse<String> response = exchange(method, path, body, headers);
        Contract.hold(Served.of(response));
        return Answer.of(response);
    }

    /** The answer to what the server itself may refuse, in its own words. */
    Answer sendToTheServer(String method, String path, BodyPublisher body, String... headers) {
        return Answer.of(exchange(method, path, body, headers));
    }

    /** The beginning of an answer that has no end. */
    HttpResponse<InputStream> open(String path, String... headers) {
        return exchange("GET", path, BodyPublishers.noBody(), BodyHandlers.ofInputStream(), headers);
    }

    private HttpResponse<String> exchange(String method, String path, BodyPublisher body, String... headers) {
        return exchange(method, path, body, Client::text, headers);
    }

    /** Of a stream that has no end nothing. */
    private static BodySubscriber<String> text(ResponseInfo answer) {
        boolean endless = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        return endless
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), Client::closed)
                : BodyHandlers.ofString().apply(answer);
    }

    private static String closed(InputStream stream) {
        try {
            stream.close();
            return "";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private <T> HttpResponse<T> exchange(
            String method, String path, BodyPublisher body, BodyHandler<T> handler, String... headers) {
        URI uri = URI.create("http://127.0.0.1:%s%s".formatted(Backends.property("it.port"), path));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).method(method, body);
        String bearer = token.get();
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), handler);
        } catch (IOException failed) {
            throw new AssertionError(method + " " + path + " was not answered", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** The id of a new user. */
    long newUser(String username) {
        return post(user(username)).json().path("id").asLong();
    }

    /** A name that no other test uses. */
    static String unusedName() {
        return "user-" + NUMBER.incrementAndGet() + "-" + System.nanoTime();
    }

    /** The body of a user with this name. */
    static String user(String username) {
        return "{\"username\":\"%1$s\",\"email\":\"%2$s@example.com\",\"fullName\":\"Full %1$s\"}"
                .formatted(username, username.toLowerCase(Locale.ROOT));
    }
}
