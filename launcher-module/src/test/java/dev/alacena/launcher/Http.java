package dev.alacena.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A client of the application. */
final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");

    private Http() {}

    static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return CLIENT.send(request(port, path).build(), BodyHandlers.ofString());
    }

    static HttpResponse<String> get(int port, String path, String token) throws IOException, InterruptedException {
        return CLIENT.send(
                request(port, path).header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    }

    static HttpResponse<String> post(int port, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest request = request(port, path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    /** The lines of an answer as they come; to be closed. */
    static Stream<String> lines(int port, String path, String token) throws IOException, InterruptedException {
        HttpRequest request = request(port, path)
                .setHeader("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token)
                .build();
        return CLIENT.send(request, BodyHandlers.ofLines()).body();
    }

    /** The access token of a login of the demo data. */
    static String login(int port) throws IOException, InterruptedException {
        String body = """
                {"username":"user1@example.org","password":"alacena-demo-password"}""";
        HttpRequest request = request(port, "/api/v1/auth/login")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        String answer = CLIENT.send(request, BodyHandlers.ofString()).body();
        Matcher token = TOKEN.matcher(answer);
        if (!token.find()) {
            throw new AssertionError("No token in " + answer);
        }
        return token.group(1);
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://%s:%d%s".formatted(Ports.HOST, port, path)))
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "application/json");
    }
}
